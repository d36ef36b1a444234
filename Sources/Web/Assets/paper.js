// SPDX-License-Identifier: Apache-2.0
// Types a questionnaire from paper by keyboard alone. Contract of the markup (PaperQuestion.swift):
//   [data-paper]             holds one form
//   fieldset[data-question]  one question; the value is the name of its controls
//   data-when="a=1|2;b=3"    applies when question a holds code 1 or 2, and b holds 3. A question that does
//                            not apply is hidden and disabled, so it is neither seen nor sent; its answer
//                            counts for no other question. The server decides again.
// Keys: a letter picks the choice at its place (A the first; again takes it back where several may be
// chosen); Enter goes to the next question shown, Shift+Enter back, from the last to the main button.
// Ctrl+Enter is form.js's.
(function () {
    'use strict';
    const root = document.querySelector('[data-paper]');
    if (!root) return;
    const questions = Array.from(root.querySelectorAll('[data-question]'));
    const boxes = (question) => Array.from(question.querySelectorAll('input[type=radio], input[type=checkbox]'));
    const controls = (question) => Array.from(question.querySelectorAll('input, select, textarea'));

    const answers = (name) => {
        const question = questions.find((one) => one.dataset.question === name);
        if (!question || question.hidden) return [];
        return controls(question)
            .filter((control) => (control.type !== 'radio' && control.type !== 'checkbox') || control.checked)
            .map((control) => control.value);
    };
    const applies = (question) => (question.dataset.when || '').split(';').filter(Boolean).every((clause) => {
        const [name, codes] = clause.split('=');
        const given = answers(name);
        return codes.split('|').some((code) => given.includes(code));
    });
    // In the order of the paper: a question depends on earlier ones only.
    const review = () => questions.forEach((question) => {
        question.hidden = !applies(question);
        question.disabled = question.hidden;
    });

    const enter = (question) => {
        const choices = boxes(question);
        const target = choices.find((box) => box.checked) || controls(question)[0];
        if (!target) return;
        target.focus();
        if (target.select && !choices.length) target.select();
    };
    const go = (from, step) => {
        let at = questions.indexOf(from) + step;
        while (questions[at] && questions[at].hidden) at += step;
        if (questions[at]) enter(questions[at]);
        else if (step > 0) root.querySelector('.button.primary').focus();
    };
    const pick = (question, letter) => {
        const box = boxes(question)[letter.toUpperCase().charCodeAt(0) - 65];
        if (!box) return false;
        box.focus();
        box.click();
        return true;
    };

    root.addEventListener('keydown', (event) => {
        const question = event.target.closest('[data-question]');
        if (!question || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        if (event.key === 'Enter') {
            event.preventDefault();
            go(question, event.shiftKey ? -1 : 1);
        } else if (/^[a-z]$/i.test(event.key) && boxes(question).includes(event.target)) {
            if (pick(question, event.key)) event.preventDefault();
        }
    });
    root.addEventListener('change', review);
    review();
    if (!document.getElementById('faults')) {
        const first = questions.find((question) => !question.hidden);
        if (first) enter(first);
    }
}());

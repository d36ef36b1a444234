// SPDX-License-Identifier: Apache-2.0
// Types a questionnaire from paper by keyboard. The markup's contract (PaperQuestion.swift):
//   [data-paper]             holds one form
//   fieldset[data-question]  one question, by the name of its controls
//   data-when="a=1|2;b=3"    applies when a holds code 1 or 2, and b holds 3; else hidden and disabled, so
//                            not sent, and counting for no other. The server decides again.
// Keys: a letter picks the choice at its place (again takes back a tick); Enter next, Shift+Enter back.
(function () {
    'use strict';
    const root = document.querySelector('[data-paper]');
    if (!root) return;
    const questions = Array.from(root.querySelectorAll('[data-question]'));
    const controls = (q) => Array.from(q.querySelectorAll('input, select, textarea'));
    const isBox = (control) => control.type === 'radio' || control.type === 'checkbox';
    const boxes = (q) => controls(q).filter(isBox);

    const answers = (name) => {
        const q = questions.find((one) => one.dataset.question === name);
        if (!q || q.hidden) return [];
        return controls(q).filter((control) => !isBox(control) || control.checked)
            .map((control) => control.value);
    };
    const applies = (q) => (q.dataset.when || '').split(';').filter(Boolean).every((clause) => {
        const [name, codes] = clause.split('=');
        const given = answers(name);
        return codes.split('|').some((code) => given.includes(code));
    });
    const review = () => questions.forEach((q) => {
        q.hidden = !applies(q);
        q.disabled = q.hidden;
    });

    const enter = (q) => {
        const choices = boxes(q);
        const target = choices.find((box) => box.checked) || controls(q)[0];
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
    const pick = (q, letter) => {
        const box = boxes(q)[letter.toUpperCase().charCodeAt(0) - 65];
        if (!box) return;
        box.focus();
        box.click();
    };

    root.addEventListener('keydown', (event) => {
        const q = event.target.closest('[data-question]');
        if (!q || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        if (event.key === 'Enter') {
            event.preventDefault();
            review();
            go(q, event.shiftKey ? -1 : 1);
        } else if (/^[a-z]$/i.test(event.key) && isBox(event.target)) {
            event.preventDefault();
            pick(q, event.key);
        }
    });
    root.addEventListener('change', review);
    review();
    if (!document.getElementById('faults')) {
        const first = questions.find((q) => !q.hidden);
        if (first) enter(first);
    }
}());

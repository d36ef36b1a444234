// SPDX-License-Identifier: Apache-2.0
// Types a questionnaire from paper by keyboard. The markup's contract (PaperQuestion.swift):
//   [data-paper]             holds one form
//   fieldset[data-question]  one question, by the name of its controls
//   data-when                when it applies (PaperCondition.swift), as lists: ["in","q1","A"], ["has","q1"],
//                            "all", "any", "not"; else it is hidden, disabled (not sent) and not answered
// Keys: a letter picks the choice at its place (again takes back a tick); Enter next, Shift+Enter back.
(function () {
    'use strict';
    const root = document.querySelector('[data-paper]');
    if (!root) return;
    const sheet = Array.from(root.querySelectorAll('[data-question]'));
    const controls = (q) => Array.from(q.querySelectorAll('input, select, textarea'));
    const isBox = (c) => c.type === 'radio' || c.type === 'checkbox';
    const boxes = (q) => controls(q).filter(isBox);

    const answers = (name) => {
        const q = sheet.find((x) => x.dataset.question === name);
        if (!q || q.hidden) return [];
        return controls(q).filter((c) => !isBox(c) || c.checked).map((c) => c.value);
    };
    const holds = ([kind, ...rest]) => {
        switch (kind) {
        case 'all': return rest.every(holds);
        case 'any': return rest.some(holds);
        case 'not': return !holds(rest[0]);
        case 'has': return answers(rest[0]).some(Boolean);
        default: return answers(rest[0]).some((code) => rest.indexOf(code, 1) > 0);
        }
    };
    const review = () => sheet.forEach((q) => {
        q.hidden = !holds(JSON.parse(q.dataset.when || '["all"]'));
        q.disabled = q.hidden;
    });

    const enter = (q) => {
        const ticks = boxes(q);
        const target = ticks.find((box) => box.checked) || controls(q)[0];
        if (!target) return;
        target.focus();
        if (target.select && !ticks.length) target.select();
    };
    const go = (from, step) => {
        let at = sheet.indexOf(from) + step;
        while (sheet[at] && sheet[at].hidden) at += step;
        if (sheet[at]) enter(sheet[at]);
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
    // One on from nowhere: the first.
    if (!document.getElementById('faults')) go(null, 1);
}());

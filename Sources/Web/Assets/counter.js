// SPDX-License-Identifier: Apache-2.0
// The counter's checklist by keyboard: Space or Enter ticks a [data-step] and goes on to the next that
// is still open; behind the last one stands the button. The form works without it.
(function () {
    'use strict';
    const rows = Array.from(document.querySelectorAll('[data-step]'));
    const box = (row) => row.querySelector('input[type=checkbox], input[type=radio]');
    const isDone = (row) => Boolean(row.querySelector('input:checked'));
    const goOn = (from) => {
        const next = rows.slice(rows.indexOf(from) + 1).concat(rows).find((row) => !isDone(row));
        const goal = next ? box(next) : document.querySelector('.buttons .primary');
        if (goal) goal.focus();
    };

    document.addEventListener('keydown', (event) => {
        const row = event.target.closest && event.target.closest('[data-step]');
        if (!row || !event.target.matches('input[type=checkbox], input[type=radio]')) return;
        if ((event.key !== ' ' && event.key !== 'Enter') || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (!event.target.checked) event.target.click();
        else if (event.target.type === 'checkbox' && event.key === ' ') { event.target.click(); return; }
        const words = row.querySelector('[data-other]:checked')
            && row.closest('tr').querySelector('select, input:not([type=radio])');
        if (words) words.focus(); else goOn(row);
    });

    const number = document.querySelector('input[name=identity]');
    if (number) { number.focus(); number.select(); }
    if (rows.length && !document.getElementById('faults')) {
        const first = rows.find((row) => !isDone(row));
        if (first) box(first).focus();
    }
}());

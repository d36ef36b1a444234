// SPDX-License-Identifier: Apache-2.0
// Guards every form of a page; the forms work without it.
//   form[data-form]          sent once only; its buttons wake again when the page is shown again
//   form[data-form="entry"]  leaving with unsaved changes is asked about; Ctrl+Enter saves
//   #faults, [aria-invalid]  what is wrong is focused when the page opens
//   [data-print]             opens the print dialogue
//   [data-copy]              selects all its words when focused
(function () {
    'use strict';
    let dirty = null;

    const sleep = (form, asleep) => {
        form.dataset.sent = asleep ? '1' : '';
        form.querySelectorAll('button').forEach((button) => { button.disabled = asleep; });
    };

    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (!form.dataset.form || event.defaultPrevented) return;
        if (form.dataset.sent) { event.preventDefault(); return; }
        // An act elsewhere on the page would lose what was typed here: leave the question to the browser.
        if (form === dirty) dirty = null;
        form.dataset.sent = '1';
        // After this turn: a button disabled now would not be sent along.
        setTimeout(() => sleep(form, true), 0);
    });

    // Back in history restores the page as it was left, buttons asleep.
    window.addEventListener('pageshow', () => {
        document.querySelectorAll('form[data-form]').forEach((form) => sleep(form, false));
    });

    document.addEventListener('input', (event) => {
        const form = event.target.form;
        if (form && form.dataset.form === 'entry') dirty = form;
    });

    window.addEventListener('beforeunload', (event) => {
        if (!dirty) return;
        event.preventDefault();
        event.returnValue = '';
        // Staying on the page after an unsent form: let it be sent again.
        setTimeout(() => document.querySelectorAll('form[data-form]').forEach((form) => sleep(form, false)), 0);
    });

    document.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        const form = event.target.form || event.target.closest('form');
        const button = form && form.dataset.form && form.querySelector('.button.primary, .button.grave');
        if (button) { event.preventDefault(); button.click(); }
    });

    document.addEventListener('click', (event) => {
        if (event.target.closest('[data-print]')) window.print();
    });

    document.addEventListener('focusin', (event) => {
        if (event.target.matches('[data-copy]')) event.target.select();
    });

    const wrong = document.getElementById('faults') || document.querySelector('[aria-invalid]');
    if (wrong) wrong.focus();
}());

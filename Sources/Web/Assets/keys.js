// SPDX-License-Identifier: Apache-2.0
// Moves through lists by keyboard. Nothing happens while a person types or chooses in a control.
//   j, k          next and previous row of a table, by focusing the row's [data-act], else its first link
//                 (Enter opens it)
//   arrows        the same, once a row is focused
//   o             opens the row's [data-open]
//   /             the page's first [data-search]
//   ?             shows the keys; Escape closes
(function () {
    'use strict';
    const typing = (element) => element.matches('input, select, textarea, [contenteditable]');
    const links = () => Array.from(document.querySelectorAll('.table tbody tr'))
        .map((row) => row.querySelector('[data-act]') || row.querySelector('a[href], summary, button'))
        .filter(Boolean);

    const move = (step, onlyFromRow) => {
        const all = links();
        const row = document.activeElement.closest('.table tbody tr');
        if (!all.length || (onlyFromRow && !row)) return false;
        const here = row ? all.findIndex((link) => row.contains(link)) : (step > 0 ? -1 : all.length);
        const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
        return true;
    };

    const open = () => {
        const row = document.activeElement.closest('.table tbody tr');
        const link = row && row.querySelector('[data-open]');
        if (link) link.click();
        return Boolean(link);
    };

    let sheet = null;
    let before = null;
    const close = () => {
        if (!sheet) return;
        sheet.remove();
        sheet = null;
        if (before) before.focus();
    };
    const show = () => {
        if (sheet) { close(); return; }
        before = document.activeElement;
        sheet = document.createElement('div');
        sheet.className = 'keys';
        sheet.tabIndex = -1;
        sheet.setAttribute('role', 'dialog');
        sheet.setAttribute('aria-label', '快捷键');
        const opens = document.querySelector('[data-open]') ? [['回车', '办理'], ['o', '打开档案']] : [['回车', '打开']];
        [['j / k', '下一行 / 上一行'], ...opens, ['/', '查找'], ['Ctrl+回车', '保存表单'], ['?', '显示或关闭本说明']]
            .forEach(([key, words]) => {
                const line = sheet.appendChild(document.createElement('p'));
                line.appendChild(document.createElement('kbd')).textContent = key;
                line.appendChild(document.createTextNode(words));
            });
        document.body.appendChild(sheet);
        sheet.focus();
    };

    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') { close(); return; }
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || typing(event.target)) return;
        let done = true;
        switch (event.key) {
        case 'j': done = move(1, false); break;
        case 'k': done = move(-1, false); break;
        case 'ArrowDown': done = move(1, true); break;
        case 'ArrowUp': done = move(-1, true); break;
        case 'o': done = open(); break;
        case '?': case '\uff1f': show(); break;
        case '/': {
            const box = document.querySelector('[data-search]');
            done = Boolean(box);
            if (box) { box.focus(); box.select(); }
            break;
        }
        default: done = false;
        }
        if (done) event.preventDefault();
    });
}());

// SPDX-License-Identifier: Apache-2.0
// Moves through lists by keyboard; not while a person types or chooses in a control.
// j, k: next and previous row, at its [data-act], else its first link; arrows too once in a row.
// o: the row's [data-open]. /: the first [data-search]. ?: the keys; Escape closes.
(function () {
    'use strict';
    const typing = (element) => element.matches('input, select, textarea, [contenteditable]');
    const row = () => document.activeElement.closest('.table tbody tr');
    const links = () => Array.from(document.querySelectorAll('.table tbody tr'))
        .map((tr) => tr.querySelector('[data-act]') || tr.querySelector('a[href], summary, button')).filter(Boolean);

    const move = (step, onlyFromRow) => {
        const all = links();
        const from = row();
        if (!all.length || (onlyFromRow && !from)) return false;
        const here = from ? all.findIndex((link) => from.contains(link)) : (step > 0 ? -1 : all.length);
        const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
        next.focus();
        return true;
    };
    const open = () => {
        const link = row() && row().querySelector('[data-open]');
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
        const isWork = document.querySelector('[data-open]');
        [['j / k', '下一行 / 上一行'], ['回车', isWork ? '办理' : '打开'], isWork && ['o', '打开档案'], ['/', '查找'],
            ['Ctrl+回车', '保存表单'], ['?', '关闭本说明']].filter(Boolean).forEach((line) => {
            const words = sheet.appendChild(document.createElement('p'));
            words.appendChild(document.createElement('kbd')).textContent = line[0];
            words.append(line[1]);
        });
        document.body.appendChild(sheet);
        sheet.focus();
    };

    const find = () => {
        const box = document.querySelector('[data-search]');
        if (box) { box.focus(); box.select(); }
        return Boolean(box);
    };
    const keys = {
        j: () => move(1), k: () => move(-1), ArrowDown: () => move(1, true), ArrowUp: () => move(-1, true),
        o: open, '/': find, '?': show, '\uff1f': show,
    };

    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') { close(); return; }
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || typing(event.target)) return;
        const act = keys[event.key];
        if (act && act() !== false) event.preventDefault();
    });
}());

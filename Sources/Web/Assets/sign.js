// SPDX-License-Identifier: Apache-2.0
// Turns the field input[name=strokes] into a box in which somebody signs with a finger, a pen or the mouse.
//   what is sent is an SVG path of moves and lines in a box of 600 by 200, whole numbers only
//   without this script the field stays, and the signed paper is named in the field above it
(function () {
    'use strict';
    const field = document.querySelector('input[name=strokes]');
    if (!field || !window.PointerEvent) return;
    const wide = 600, high = 200, most = 19000;
    const make = (name, words) => {
        const made = document.createElement(name);
        if (words) made.textContent = words;
        return made;
    };
    const ink = new DOMParser().parseFromString('<svg viewBox="0 0 600 200" class="ink sign" role="img"'
        + ' aria-label="签名框"><path/></svg>', 'text/html').querySelector('svg');
    const path = ink.querySelector('path');
    const clear = make('button', '清除重签');
    clear.type = 'button';
    clear.className = 'button';
    const line = make('p', '请在框内签名。');
    line.className = 'hint';
    line.setAttribute('role', 'status');
    field.type = 'hidden';
    [ink, clear, line].forEach((piece) => field.parentNode.insertBefore(piece, field));

    let pen = null;
    let last = [0, 0];
    const show = () => {
        path.setAttribute('d', field.value);
        line.textContent = field.value ? '已签名；签错了可以清除重签。' : '请在框内签名。';
    };
    const within = (number, end) => Math.min(end, Math.max(0, Math.round(number)));
    const place = (event) => {
        const box = ink.getBoundingClientRect();
        return [within((event.clientX - box.left) / box.width * wide, wide),
            within((event.clientY - box.top) / box.height * high, high)];
    };
    const add = (letter, point) => {
        if (field.value.length > most) return;
        field.value += letter + point[0] + ' ' + point[1];
        last = point;
        show();
    };
    ink.addEventListener('pointerdown', (event) => {
        if (event.button) return;
        event.preventDefault();
        pen = event.pointerId;
        ink.setPointerCapture(pen);
        const point = place(event);
        add('M', point);
        add('L', point);
    });
    ink.addEventListener('pointermove', (event) => {
        if (event.pointerId !== pen) return;
        const point = place(event);
        if (Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > 2) add('L', point);
    });
    const lift = (event) => {
        if (event.pointerId !== pen) return;
        pen = null;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    ink.addEventListener('pointerup', lift);
    ink.addEventListener('pointercancel', lift);
    clear.addEventListener('click', () => { field.value = ''; show(); });
    show();
})();

// SPDX-License-Identifier: Apache-2.0
// #live[data-live="on"]  goes on by itself: looks again every second until it is off; without script the
//                        browser loads the page anew
(function () {
    'use strict';
    const look = () => {
        const box = document.getElementById('live');
        if (!box || box.dataset.live !== 'on') return;
        fetch(location.href, { credentials: 'same-origin' })
            .then((answer) => (answer.ok ? answer.text() : ''))
            .then((text) => {
                const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('live');
                if (fresh) box.replaceWith(document.adoptNode(fresh));
            })
            .catch(() => {})
            .then(() => setTimeout(look, 1000));
    };
    setTimeout(look, 500);
}());

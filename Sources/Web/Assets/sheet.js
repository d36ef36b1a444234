// SPDX-License-Identifier: Apache-2.0
// Keeps what is typed into the one long form of a page, [data-paper] form (SheetPaperPage.swift).
//   every 15 seconds, when something changed, the form is sent with then=auto; nothing of the page changes
//   a session that has ended is noticed before the form is sent: the words stay, and a sentence says what to do
(function () {
    'use strict';
    const form = document.querySelector('[data-paper] form');
    if (!form || !window.fetch) return;
    let dirty = false;
    let isSafe = false;
    const line = form.parentNode.insertBefore(document.createElement('p'), form);
    line.className = 'hint';
    line.setAttribute('role', 'status');
    const say = (words, isGrave) => {
        line.textContent = words;
        line.className = isGrave ? 'fault' : 'hint';
    };

    // Without a session a form is refused and a page leads to the sign-in.
    const isOut = (answer) => answer.status === 401 || new URL(answer.url).pathname.indexOf('/sign-in') === 0;
    const send = () => {
        const body = new URLSearchParams(new FormData(form));
        body.set('then', 'auto');
        return fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin' });
    };

    // After a new sign-in in another window the form's token is stale: the page has the new one.
    const refresh = () => fetch(location.href, { credentials: 'same-origin' }).then((answer) => {
        if (isOut(answer)) throw new Error('out');
        return answer.text();
    }).then((text) => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        ['csrf', 'once'].forEach((name) => {
            const fresh = page.querySelector('[data-paper] input[name=' + name + ']');
            if (fresh) form.elements[name].value = fresh.value;
        });
    });

    const keep = () => send().then((answer) => {
        if (isOut(answer)) throw new Error('out');
        if (answer.status === 400) return refresh().then(send);
        return answer;
    }).then((answer) => {
        if (!answer.ok) throw new Error('status');
        dirty = false;
        say('已自动保存 ' + new Date().toTimeString().slice(0, 5));
    });
    const failed = (error) => say(error.message === 'out'
        ? '登录已过期，内容还在这一页上。请在新窗口登录，再回到这里按“提交”。'
        : '网络不通，内容还在这一页上，稍后会再试。', true);

    form.addEventListener('input', () => { dirty = true; });
    setInterval(() => { if (dirty) keep().catch(failed); }, 15000);

    form.addEventListener('submit', (event) => {
        if (isSafe || !event.submitter) return;
        event.preventDefault();
        const button = event.submitter;
        keep().then(() => { isSafe = true; button.click(); }).catch(failed);
    }, true);
}());

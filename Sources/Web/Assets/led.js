// SPDX-License-Identifier: Apache-2.0
// LED screen: turns pages every 10 seconds, asks for the list every minute, and goes on with the last
// list and its time while the network is away.
(function () {
    'use strict';
    const table = document.getElementById('jobs');
    if (!table) return;
    const body = table.querySelector('tbody');
    const news = document.getElementById('news');
    const page = document.getElementById('page');
    const size = Number(table.dataset.rows) || 8;
    const key = 'yuanzhu-led';
    let list = null;
    let start = 0;
    let away = false;

    const keep = () => { try { localStorage.setItem(key, JSON.stringify(list)); } catch (full) { /* shown all the same */ } };
    const kept = () => { try { return JSON.parse(localStorage.getItem(key)); } catch (none) { return null; } };

    const show = () => {
        if (!list) return;
        const jobs = list.jobs;
        if (start >= jobs.length) start = 0;
        const rows = jobs.slice(start, start + size).map((job) => {
            const tr = document.createElement('tr');
            job.forEach((text) => {
                const td = document.createElement('td');
                td.textContent = text;
                tr.appendChild(td);
            });
            return tr;
        });
        while (body.firstChild) body.removeChild(body.firstChild);
        rows.forEach((tr) => body.appendChild(tr));
        page.textContent = jobs.length ? (Math.floor(start / size) + 1) + ' / ' + Math.ceil(jobs.length / size) : '暂时没有岗位';
        news.textContent = away ? '网络中断，显示的是 ' + list.made + ' 的岗位' : '更新时间 ' + list.made;
        news.className = away ? 'away' : '';
    };
    const turn = () => { start += size; show(); };
    const ask = () => fetch(table.dataset.source, { cache: 'no-store' })
        .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.json(); })
        .then((fresh) => { list = fresh; away = false; keep(); show(); })
        .catch(() => { away = true; list = list || kept(); show(); });

    ask();
    setInterval(turn, 10000);
    setInterval(ask, 60000);
    window.addEventListener('online', ask);
    window.addEventListener('offline', () => { away = true; show(); });
}());

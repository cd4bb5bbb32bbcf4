// optional: previews for references and glossary terms. Everything works as plain links without it.
(()=>{const p=document.createElement('div');p.id='pop';p.popover='manual';p.setAttribute('role','tooltip');document.body.append(p);let t,cur;
const hide=()=>{clearTimeout(t);if(p.matches(':popover-open'))p.hidePopover();cur&&cur.removeAttribute('aria-describedby');cur=null};
const show=a=>{const s=document.getElementById(decodeURIComponent(a.hash.slice(1)));if(!s||s===cur)return;hide();cur=a;const c=s.cloneNode(true);c.querySelectorAll('.back').forEach(x=>x.remove());
// A definition is one only inside its list.
const l=s.parentNode.matches('dl')&&s.parentNode.cloneNode();l?l.append(...c.childNodes):0;p.replaceChildren(...(l?[l]:c.childNodes));a.setAttribute('aria-describedby','pop');p.showPopover();place()};
const place=()=>{const r=cur.getBoundingClientRect(),w=p.offsetWidth,h=p.offsetHeight;p.style.left=Math.max(8,Math.min(r.left,innerWidth-w-8))+'px';p.style.top=(r.bottom+h+12>innerHeight?Math.max(8,r.top-h-6):r.bottom+6)+'px'};
const later=(f,ms)=>{clearTimeout(t);t=setTimeout(f,ms)};
const hit=e=>e.target.closest&&e.target.closest('a[role=doc-biblioref],a[role=doc-noteref],a.term');
addEventListener('pointerover',e=>{if(e.pointerType!=='mouse')return;const a=hit(e);if(a)later(()=>show(a),150);else if(p.contains(e.target))clearTimeout(t);else if(cur)later(hide,300)});
addEventListener('focusin',e=>{const a=hit(e);a?show(a):cur&&hide()});addEventListener('keydown',e=>e.key==='Escape'&&hide());
// The focus scrolls its link into sight: the preview goes with it.
addEventListener('scroll',()=>cur&&(cur===document.activeElement?place():hide()),{passive:true});
if(!CSS.supports('scroll-target-group','auto')){const l=[...document.querySelectorAll('.toc a')],m=new Map(l.map(a=>[a.hash.slice(1),a]));const o=new IntersectionObserver(es=>es.forEach(e=>{if(e.isIntersecting){l.forEach(a=>a.removeAttribute('aria-current'));const a=m.get(e.target.id);a&&a.setAttribute('aria-current','location')}}),{rootMargin:'0px 0px -70%'});m.forEach((a,id)=>{const el=document.getElementById(id);el&&o.observe(el)})}
document.querySelectorAll('[data-copy]').forEach(d=>{const b=document.createElement('button');b.type='button';b.textContent='Copy';b.onclick=()=>navigator.clipboard.writeText(document.getElementById(d.dataset.copy).textContent).then(()=>{b.textContent='Copied'});d.append(b)})})();

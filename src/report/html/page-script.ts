/** Filters and sorts the table of a report. Without it the table is there, whole and in the order of the report. */
export const pageScript = `
'use strict';
const table=document.querySelector('table');
if(table){
const body=table.tBodies[0],rows=[...body.rows],form=document.querySelector('form'),shown=document.querySelector('output');
const text=form.elements.text,verdict=form.elements.verdict;
form.hidden=false;
form.addEventListener('submit',(event)=>event.preventDefault());
const filter=()=>{
const words=text.value.toLowerCase().split(/\\s+/).filter(Boolean);
let count=0;
for(const row of rows){
const content=row.textContent.toLowerCase();
row.hidden=!((verdict.value===''||row.dataset.verdict===verdict.value)&&words.every((word)=>content.includes(word)));
if(!row.hidden)count++;
}
shown.value=count+' of '+rows.length+' meetings';
};
form.addEventListener('input',filter);
filter();
const heads=[...table.tHead.rows[0].cells];
heads.forEach((head,column)=>head.querySelector('button').addEventListener('click',()=>{
const down=head.getAttribute('aria-sort')==='ascending';
for(const other of heads)other.removeAttribute('aria-sort');
head.setAttribute('aria-sort',down?'descending':'ascending');
const key=(row)=>row.cells[column].dataset.key||row.cells[column].textContent;
const order=new Intl.Collator(undefined,{numeric:true}).compare;
rows.sort((one,other)=>order(key(one),key(other))*(down?-1:1));
body.append(...rows);
}));
}
const open=()=>{const item=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(item&&item.tagName==='DETAILS')item.open=true};
addEventListener('hashchange',open);
open();
`;

/** What a policy of a page knows the script by: SHA-256 in base64. A test compares it. */
export const PAGE_SCRIPT_HASH = 'VevJpWrqXypZGN6AsrhHr7JYHJKxPpbHImWUUohfXY0=';

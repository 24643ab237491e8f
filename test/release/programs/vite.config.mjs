export default { build: { rollupOptions: { input: 'page.html' } } };

// The programs of strangers: each a folder here, that is compiled into `out` of a project and run. What it prints is
// compared with `expected.txt` of the folder. `packages` come beside TypeScript and Node's types; what Node runs by itself
// has `args`, what a test runner or a browser runs has its place in `drivers.mjs`.

export const programs = [
  { name: 'csv-of-attendees', args: ['samples/meetings'] },
  { name: 'upload-endpoint', args: [] },
  { name: 'vite-page', packages: ['vite@8.3.8'] },
  { name: 'worker-pool', args: ['samples/meetings'] },
  {
    name: 'jest-jsdom',
    packages: [
      'jest@30.5.2',
      'jest-environment-jsdom@30.5.2',
      '@babel/core@7.29.13',
      '@babel/preset-env@7.29.14',
      '@babel/preset-typescript@7.27.1',
    ],
  },
  {
    name: 'from-msgreader',
    packages: [
      '@kenjiuno/msgreader@1.28.0',
      '@kenjiuno/decompressrtf@0.1.4',
      'iconv-lite@0.7.3',
      'rtf-stream-parser@3.8.1',
    ],
    args: ['mail.msg', 'samples/meetings/exception-defect.msg'],
  },
  {
    name: 'property-dump',
    packages: ['rtf-stream-parser@3.8.1'],
    args: ['mail.msg'],
  },
];

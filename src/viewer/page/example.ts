/** The mailbox that is built in: deflated, in base64, as the build wrote it into the page. */
export async function exampleMailbox(): Promise<File> {
  const text = document.getElementById('example')?.textContent ?? '';
  const packed = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new File([await new Response(stream).arrayBuffer()], 'example.pst');
}

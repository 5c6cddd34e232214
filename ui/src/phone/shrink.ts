const longestPixels = 1920;
const thumbPixels = 240;

/** A photo small enough for a weak network, as a JPEG without its hidden place and time, and a picture of it to keep in a draft. */
export async function shrink(file: File): Promise<{ photo: Blob; thumb: string }> {
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const photo = await draw(drawn, longestPixels).convertToBlobOr(file);
    const thumb = draw(drawn, thumbPixels).toDataUrl();
    drawn.close();
    return { photo, thumb };
  } catch {
    // Not every phone can draw every format; the server reads more of them.
    return { photo: file, thumb: '' };
  }
}

function draw(picture: ImageBitmap, longest: number) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return {
    toDataUrl: () => canvas.toDataURL('image/jpeg', 0.7),
    convertToBlobOr: (instead: Blob) =>
      new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob ?? instead), 'image/jpeg', 0.82)),
  };
}

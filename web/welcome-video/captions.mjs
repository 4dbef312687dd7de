/** Over the sentence of the slide and beside its phone, where a caption covers neither and no player has its buttons. */
const place = 'line:1 position:5.5% size:46% align:start'

/** The sentences as WebVTT, each for as long as its slide is seen. */
export function captionsOf(sentences, slideSeconds) {
  const cues = sentences.map(
    (sentence, index) =>
      `${time(index * slideSeconds)} --> ${time((index + 1) * slideSeconds)} ${place}\n${sentence}\n`,
  )
  return ['WEBVTT\n', ...cues].join('\n')
}

function time(seconds) {
  return `00:${String(seconds).padStart(2, '0')}.000`
}

package noroshi.topic;

import java.util.Optional;

/** Takes away what a picture tells beside the picture: place, time, device, author, comments, thumbnails, what follows its end. */
public final class Images {
    private static final long MOST_PIXELS = 100_000_000;

    private Images() {}

    /** The same picture, bit for bit, without metadata; empty if it is damaged, too large or no picture at all. */
    public static Optional<byte[]> withoutMetadata(byte[] content) {
        return switch (MediaKind.of(content)) {
            case PNG -> PngChunks.kept(content);
            case JPEG -> JpegSegments.kept(content);
            case PDF, ZIP, JSON, TEXT, UNKNOWN -> Optional.empty();
        };
    }

    static boolean fits(long width, long height) {
        return width > 0 && height > 0 && width * height <= MOST_PIXELS;
    }
}

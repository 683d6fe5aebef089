package noroshi.topic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is by its own first bytes, whatever its name or its sender says. */
public enum MediaKind {
    PDF("application/pdf", "25504446 2D"),
    PNG("image/png", "89504E47 0D0A1A0A"),
    JPEG("image/jpeg", "FFD8FF"),
    ZIP("application/zip", "504B0304"),
    JSON("application/json", ""),
    TEXT("text/plain", ""),
    UNKNOWN("application/octet-stream", "");

    private static final int SAMPLE = 65_536;
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("EUC-JP"));
    /** What a browser would run, even when it calls itself text. */
    private static final Pattern MARKUP = Pattern.compile(
            "(?is)\\s*<(!doctype|!--|\\?xml|html|head|body|svg|script|style|iframe|img|a\\s|p>|div|table|title|meta|link|form).*");

    private final String mediaType;
    private final byte[] magic;

    MediaKind(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = HexFormat.of().parseHex(magic.replace(" ", ""));
    }

    /** Only these are taken: documents, images, archives and text; neither programs nor pages nor drawings with scripts. */
    public boolean accepted() {
        return this != UNKNOWN;
    }

    /** Images whose metadata we can take away. */
    public boolean image() {
        return this == PNG || this == JPEG;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Looks at the content alone. */
    public static MediaKind of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> kind.magic.length > 0 && kind.begins(content))
                .findFirst()
                .orElseGet(() -> words(content));
    }

    private boolean begins(byte[] content) {
        return content.length > magic.length && Arrays.equals(magic, 0, magic.length, content, 0, magic.length);
    }

    private static MediaKind words(byte[] content) {
        var sample = content.length > SAMPLE ? wholeLines(content) : content;
        var text = ENCODINGS.stream()
                .map(encoding -> decoded(sample, encoding))
                .flatMap(Optional::stream)
                .filter(MediaKind::readable)
                .findFirst()
                .orElse("")
                .replace("\uFEFF", "");
        if (text.isBlank() || MARKUP.matcher(text).matches()) {
            return UNKNOWN;
        }
        return json(text, content.length > SAMPLE) ? JSON : TEXT;
    }

    /** Up to the last line break of the sample, so that no character is cut. */
    private static byte[] wholeLines(byte[] content) {
        var end = SAMPLE;
        while (end > SAMPLE / 2 && content[end - 1] != '\n' && content[end - 1] != ' ') {
            end--;
        }
        if (end > SAMPLE / 2) {
            return Arrays.copyOf(content, end);
        }
        end = SAMPLE;
        while (end > SAMPLE - 4 && (content[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static Optional<String> decoded(byte[] sample, Charset encoding) {
        try {
            return Optional.of(
                    encoding.newDecoder().decode(ByteBuffer.wrap(sample)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean readable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F);
    }

    private static boolean json(String text, boolean more) {
        var whole = text.strip().toLowerCase(Locale.ROOT);
        var opens = whole.startsWith("{") || whole.startsWith("[");
        return opens && (more || whole.endsWith(whole.startsWith("{") ? "}" : "]"));
    }
}

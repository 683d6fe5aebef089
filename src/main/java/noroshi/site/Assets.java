package noroshi.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The style sheets, scripts and images, read once; their common hash stands in every address, so they never expire. */
@Component
class Assets {
    static final String BASE = "/static/";

    /** The style sheets that must come first, in order; the others follow by name. */
    private static final List<String> FIRST =
            List.of("vendor/design-tokens/1.1.9/tokens.css", "css/layers.css", "css/tokens.css");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Map<String, Asset> files = new TreeMap<>();
    private final String version;

    /** One file, and the same compressed. */
    record Asset(String type, byte[] bytes, byte[] zipped) {}

    Assets() {
        try {
            readAll();
            version = hash();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The address of a file below {@code static/}; {@code css/app.css} is all style sheets in one. */
    String address(String path) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return BASE + version + "/" + path;
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    boolean current(String asked) {
        return version.equals(asked);
    }

    private void readAll() throws IOException {
        var styles = new TreeMap<String, byte[]>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.*")) {
            var path = path(resource);
            var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
            if (type == null) {
                continue;
            }
            var bytes = resource.getContentAsByteArray();
            if (path.endsWith(".css")) {
                styles.put(path, bytes);
            } else {
                put(path, type, bytes);
            }
        }
        put("css/app.css", "text/css;charset=UTF-8", joined(styles));
    }

    private static byte[] joined(TreeMap<String, byte[]> styles) {
        var all = new ByteArrayOutputStream();
        FIRST.forEach(path -> Optional.ofNullable(styles.remove(path)).ifPresent(all::writeBytes));
        styles.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String path(Resource resource) throws IOException {
        var url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/static/") + "/static/".length());
    }

    private void put(String path, String type, byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        files.put(path, new Asset(type, bytes, zipped.toByteArray()));
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, asset) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.bytes());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

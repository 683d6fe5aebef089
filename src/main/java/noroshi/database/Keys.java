package noroshi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that a backup does not hold, and the file in which they leave and come back.
 *
 * <p>A key file has a name and a value on each line, divided by blanks; {@code noroshi-keys 1} names the format, {@code #}
 * begins a line that says nothing. The same as the fields of a JSON object is read too, and what earlier releases printed:
 * the key of the files alone.
 */
public record Keys(Map<Key, String> secrets) {
    /** None at all. */
    public static final Keys NONE = new Keys(Map.of());

    private static final int LARGEST = 64 << 10;
    private static final String FORMAT_NAME = "noroshi-keys";
    private static final String FORMAT = "1";
    private static final String EARLIER_NAME = "key";
    private static final String EARLIER_KEY = "[0-9a-fA-F]{32,}";
    private static final String BEFORE = ".before-restore";
    private static final String PRINTED = "noroshi backup: which key is it? ";

    /** All of them, those that are missing made up. */
    public static Keys all(DataFolder data) {
        var secrets = new EnumMap<Key, String>(Key.class);
        for (var key : Key.values()) {
            secrets.put(key, secret(data, key));
        }
        return new Keys(secrets);
    }

    /** Those that are there; a file that holds none is refused as {@link BackupBroken}. */
    public static Keys in(DataFolder data) {
        var secrets = new EnumMap<Key, String>(Key.class);
        for (var key : Key.values()) {
            if (Files.exists(data.secretFile(key.file()))) {
                secrets.put(key, secret(data, key));
            }
        }
        return new Keys(secrets);
    }

    /** Those that are there and whole; a file that holds none counts as missing. */
    public static Keys whole(DataFolder data) {
        var secrets = new EnumMap<Key, String>(Key.class);
        for (var key : Key.values()) {
            if (Files.exists(data.secretFile(key.file())) && !data.damaged(key.file())) {
                secrets.put(key, secret(data, key));
            }
        }
        return new Keys(secrets);
    }

    private static String secret(DataFolder data, Key key) {
        try {
            return data.secret(key.file());
        } catch (CannotStart none) {
            throw new BackupBroken(String.valueOf(none.getMessage()));
        }
    }

    /** Reads a key file; what is none, however large, is refused as {@link BackupBroken}. */
    public static Keys read(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return parse(new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8));
        }
    }

    static Keys parse(String text) {
        var told = text.strip().startsWith("{") ? fields(text) : lines(text);
        var format = told.remove(FORMAT_NAME);
        if (format == null) {
            return earlier(told);
        }
        if (!format.equals(FORMAT)) {
            throw new BackupBroken("the key file has format " + format + ", this release reads " + FORMAT);
        }
        var secrets = new EnumMap<Key, String>(Key.class);
        told.forEach((name, secret) -> secrets.put(
                Key.named(name)
                        .orElseThrow(() ->
                                new BackupBroken("the key file names " + name + ", which this release does not know")),
                secret));
        if (secrets.isEmpty()) {
            throw new BackupBroken("the key file holds no key");
        }
        return new Keys(secrets);
    }

    private static Keys earlier(Map<String, String> told) {
        var secret = told.getOrDefault(EARLIER_NAME, "");
        if (told.size() != 1 || !secret.matches(EARLIER_KEY)) {
            throw notOne();
        }
        return new Keys(Map.of(Key.FILES, secret));
    }

    private static Map<String, String> lines(String text) {
        var told = new LinkedHashMap<String, String>();
        for (var line : text.lines().map(String::strip).toList()) {
            var words = line.split("\\s+", 2);
            if (words.length == 2 && !line.startsWith("#")) {
                told.put(words[0], words[1]);
            } else if (line.matches(EARLIER_KEY)) {
                told.put(EARLIER_NAME, line);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw notOne();
            }
        }
        return told;
    }

    private static Map<String, String> fields(String text) {
        try {
            var told = new LinkedHashMap<String, String>();
            for (var field : JsonMapper.shared().readTree(text).properties()) {
                var value = field.getValue().isString()
                        ? field.getValue().asString().strip()
                        : "";
                if (value.isEmpty()) {
                    throw notOne();
                }
                told.put(field.getKey(), value);
            }
            return told;
        } catch (JacksonException broken) {
            throw notOne();
        }
    }

    private static BackupBroken notOne() {
        return new BackupBroken("this is not a key file; bin/noroshi backup --key prints one");
    }

    /** As a key file says them: name and value. */
    public Map<String, String> printed() {
        var printed = new LinkedHashMap<String, String>();
        printed.put(FORMAT_NAME, FORMAT);
        secrets.forEach((key, secret) -> printed.put(key.file(), secret));
        return printed;
    }

    /** Tells keys apart without telling them: HMAC-SHA256 of the name under the key, in hexadecimal digits. */
    Map<String, String> fingerprints() {
        var prints = new TreeMap<String, String>();
        secrets.forEach((key, secret) -> prints.put(key.file(), fingerprint(key, secret)));
        return prints;
    }

    private static String fingerprint(Key key, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((PRINTED + key.file()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of which the backup says that they are others; one without fingerprints says nothing. */
    List<Key> foreign(Manifest manifest) {
        var foreign = new ArrayList<Key>();
        secrets.forEach((key, secret) -> {
            var print = fingerprint(key, secret);
            if (!manifest.keys().getOrDefault(key.file(), print).equals(print)) {
                foreign.add(key);
            }
        });
        return foreign;
    }

    /** What the backup wants opened and these do not open. */
    public List<Key> lacking(Manifest manifest) {
        var others = foreign(manifest);
        return Arrays.stream(Key.values())
                .filter(key -> key.needed(manifest))
                .filter(key -> !secrets.containsKey(key) || others.contains(key))
                .toList();
    }

    /** These, and of the others what is not among them. */
    Keys before(Keys others) {
        var all = new EnumMap<Key, String>(Key.class);
        all.putAll(others.secrets);
        all.putAll(secrets);
        return new Keys(all);
    }

    /** Puts them into the folder of secrets; what they take the place of stays beside them, also from earlier times. */
    void write(DataFolder data) throws IOException {
        var there = in(data).secrets;
        for (var given : secrets.entrySet()) {
            var key = given.getKey();
            var before = there.getOrDefault(key, given.getValue());
            if (!before.equals(given.getValue())) {
                data.writeSecret(aside(data, key, before), before + "\n");
            }
            data.writeSecret(key.file(), given.getValue() + "\n");
        }
    }

    /** Moves away what is there and holds no key, as it is, for its owner alone to read; the name of each file, and the one it has now. */
    static Map<String, String> putDamagedAside(DataFolder data) throws IOException {
        var moved = new LinkedHashMap<String, String>();
        for (var key : Key.values()) {
            if (data.damaged(key.file())) {
                var name = key.file() + BEFORE;
                for (var number = 2; Files.exists(data.secretFile(name)); number++) {
                    name = key.file() + BEFORE + "-" + number;
                }
                Files.setPosixFilePermissions(
                        data.secretFile(key.file()), PosixFilePermissions.fromString("rw-------"));
                Files.move(data.secretFile(key.file()), data.secretFile(name));
                moved.put(key.file(), name);
            }
        }
        return moved;
    }

    /** Where a key is put aside: a name that is free, or under which the same key lies. */
    private static String aside(DataFolder data, Key key, String secret) throws IOException {
        var first = key.file() + BEFORE;
        var bytes = (secret + "\n").getBytes(StandardCharsets.UTF_8);
        var name = first;
        for (var number = 2;
                Files.exists(data.secretFile(name)) && !Arrays.equals(Files.readAllBytes(data.secretFile(name)), bytes);
                number++) {
            name = first + "-" + number;
        }
        return name;
    }

    /** Says nothing: they are secrets. */
    @Override
    public String toString() {
        return "***";
    }
}

package noroshi.topic;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a file as it may be shown and saved: one part, nothing invisible, nothing that turns the text around. */
public record FileName(String value) {
    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 12;
    private static final String NAMELESS = "file";
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern EDGES = Pattern.compile("^[. ~-]+|[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    /** What a double click runs; such files are passed on in an archive or not at all. */
    private static final Set<String> RUNS = Set.of(
            "exe",
            "scr",
            "com",
            "bat",
            "cmd",
            "pif",
            "msi",
            "msp",
            "hta",
            "js",
            "jse",
            "vbs",
            "vbe",
            "wsf",
            "wsh",
            "ps1",
            "psm1",
            "lnk",
            "url",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "jar",
            "reg",
            "cpl",
            "dll",
            "chm",
            "scf",
            "inf",
            "html",
            "htm",
            "xhtml",
            "shtml",
            "svg",
            "mht",
            "mhtml",
            "xml",
            "xsl",
            "swf",
            "one",
            "library-ms",
            "search-ms",
            "settingcontent-ms",
            "appref-ms",
            "command",
            "desktop",
            "sh",
            "docm",
            "xlsm",
            "pptm",
            "dotm",
            "xltm",
            "xlam",
            "ppam",
            "xll",
            "iqy",
            "slk");

    public FileName {
        if (!value.equals(clean(value))) {
            throw new IllegalArgumentException("not a clean file name");
        }
    }

    /** Makes any text a name; a name that is clean already stays as it is. */
    public static FileName of(String raw) {
        return new FileName(clean(raw));
    }

    /** What follows the last dot, in lower case; empty where there is none. */
    public String extension() {
        return extension(value).toLowerCase(Locale.ROOT);
    }

    /** Whether opening the file would run it. */
    public boolean runs() {
        return RUNS.contains(extension());
    }

    @Override
    public String toString() {
        return value;
    }

    private static String clean(String raw) {
        var cut = raw.length() > 4 * LONGEST ? raw.substring(raw.length() - 4 * LONGEST) : raw;
        var name = PATH.matcher(cut).replaceFirst("");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        name = SPACES.matcher(FORBIDDEN.matcher(name).replaceAll("_")).replaceAll(" ");
        name = EDGES.matcher(name).replaceAll("");
        return name.isEmpty() ? NAMELESS : shortened(DEVICE.matcher(name).matches() ? NAMELESS + "-" + name : name);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        var tail = extension.isEmpty() ? "" : "." + extension;
        var end = LONGEST - tail.length() - 1;
        var stem = name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
        return EDGES.matcher(stem).replaceAll("") + "…" + tail;
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        var length = name.length() - dot - 1;
        return dot > 0 && length > 0 && length <= LONGEST_EXTENSION ? name.substring(dot + 1) : "";
    }
}

package noroshi.shared;

import java.util.regex.Pattern;

/** Characters that nobody sees: what stands among other people's words must not be made of them, nor turn those around. */
public final class Unseen {
    private static final Pattern ALL = Pattern.compile("[\\s\\p{C}\\p{Z}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]*");
    private static final Pattern TURNING = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    /** Joiners shape letters of some scripts and may stand in a name. */
    private static final Pattern ANY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\x{200C}\\x{200D}]]");

    private Unseen() {}

    /** Whether there is nothing else. */
    public static boolean all(String text) {
        return ALL.matcher(text).matches();
    }

    /** Whether something turns the direction of the words after it. */
    public static boolean turning(String text) {
        return TURNING.matcher(text).find();
    }

    /** Whether one line has control characters, turns its direction, or hides something between its letters. */
    public static boolean within(String line) {
        return ANY.matcher(line).find();
    }
}

package noroshi.intel.mailbox;

/** A visit that ended early. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 300;

    private final Trouble trouble;
    private final String words;

    /**
     * Ends a visit.
     *
     * @param words what the server said, if that is of use
     */
    Fault(Trouble trouble, String words) {
        super(trouble + " " + words);
        this.trouble = trouble;
        var line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        this.words = line.substring(0, Math.min(LONGEST, line.length()));
    }

    Trouble trouble() {
        return trouble;
    }

    String words() {
        return words;
    }
}

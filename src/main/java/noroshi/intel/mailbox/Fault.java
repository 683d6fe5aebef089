package noroshi.intel.mailbox;

/** Why a visit was not to its end. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 300;

    private final Trouble trouble;
    private final String words;
    private final boolean ends;

    /**
     * Ends a visit; what the server says no to may concern one mail alone.
     *
     * @param words what the server said, if that is of use
     */
    Fault(Trouble trouble, String words) {
        this(trouble, words, trouble != Trouble.REFUSED);
    }

    private Fault(Trouble trouble, String words, boolean ends) {
        super(trouble + " " + words);
        this.trouble = trouble;
        var line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        this.words = line.substring(0, Math.min(LONGEST, line.length()));
        this.ends = ends;
    }

    /** The same, after which no other mail has its turn. */
    Fault ending() {
        return new Fault(trouble, words, true);
    }

    /** Whether it concerns more than one mail. */
    boolean ends() {
        return ends;
    }

    Trouble trouble() {
        return trouble;
    }

    String words() {
        return words;
    }
}

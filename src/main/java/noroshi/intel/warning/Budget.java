package noroshi.intel.warning;

/** Steps that patterns may take over one value, all together: whoever wrote them cannot stop the platform. */
final class Budget {
    private static final int STEPS = 200_000;

    private int left = STEPS;

    /** The budget is used up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super(null, null, false, false);
        }
    }

    /** The text, read at a price. */
    CharSequence over(String text) {
        return new Counted(text);
    }

    private void step() {
        if (--left < 0) {
            throw new Spent();
        }
    }

    private final class Counted implements CharSequence {
        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

package noroshi.notification;

/** What takes mail from the platform. */
interface Carrier {
    /** A way for several letters, one after the other. */
    Lane open() throws Unreachable;

    /** One connection. */
    interface Lane extends AutoCloseable {
        /** Hands one letter over; when it returns, somebody else answers for it, or refused to. */
        Outcome carry(Letter letter) throws Unreachable;

        @Override
        void close();
    }

    /** What became of a letter. */
    sealed interface Outcome {
        /** Taken, with the server's own words. */
        record Taken(String reply) implements Outcome {}

        /** Kept here, because there is no server. */
        record Kept() implements Outcome {}

        /** Not now. */
        record Later(String reply) implements Outcome {}

        /** Never. */
        record Refused(String reply) implements Outcome {}
    }

    /** Nobody is there, or nobody who lets us in: not the fault of any letter. */
    class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        /** Whether the letter may have been taken before the line went dead. */
        final boolean perhapsTaken;

        Unreachable(String message, Throwable cause, boolean perhapsTaken) {
            super(message, cause);
            this.perhapsTaken = perhapsTaken;
        }
    }
}

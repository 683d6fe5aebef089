package noroshi.cli;

/** How a command ends, for scripts. */
final class Exit {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;
    static final int NOT_REACHED = 3;
    static final int FAULT = 4;
    static final int PARTLY_DONE = 5;

    private Exit() {}
}

package noroshi.watch;

/** How the Centre watches on a day: around the clock while an event in event mode lasts, else in working hours. */
public enum Mode {
    EVENT,
    QUIET
}

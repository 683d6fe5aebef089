package noroshi.intel.pattern;

/** Ends the reading of a pattern that does not follow the grammar. */
final class PatternBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final PatternReading.Problem problem;

    final int position;

    PatternBroken(PatternReading.Problem problem, int position) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.position = position;
    }
}

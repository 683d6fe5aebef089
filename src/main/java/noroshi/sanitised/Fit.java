package noroshi.sanitised;

import java.util.List;

/**
 * How many organisations it could have been, for readers who know who takes part.
 *
 * @param told what the copy says about them, chosen or found in its words
 * @param organisations how many fit all of it
 * @param without how many would fit if one of these were not told
 */
public record Fit(List<Told> told, int organisations, List<Wider> without) {
    /** Below this, readers could guess. */
    public static final int FEW = 5;

    public boolean few() {
        return organisations < FEW;
    }

    /** How many fit when this is left out. */
    public record Wider(Told told, int organisations) {}
}

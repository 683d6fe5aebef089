package noroshi.insight.web;

import noroshi.topic.Contribution;
import noroshi.topic.GiveAndTake;

/** What the reader gave and got in the chosen days. */
public record GiveAndTakePage(Chosen chosen, GiveAndTake figures) {
    public boolean nothing() {
        return figures.equals(new GiveAndTake(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** What one of the numbers counts. */
    public String counted(Contribution.What what) {
        return chosen.at("/insight/give-and-take/counted") + "&what=" + what.name();
    }
}

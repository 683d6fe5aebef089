package noroshi.topic;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Looks through all kept searches now, so that tests need not wait. */
@TestComponent
public class LookNow {
    @Autowired
    WatchSearches searches;

    public void look() {
        searches.run();
    }

    /** Several acts, between which nobody looks through them. */
    public void heldBack(Runnable acts) {
        synchronized (searches) {
            acts.run();
        }
    }
}

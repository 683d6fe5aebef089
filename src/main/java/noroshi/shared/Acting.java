package noroshi.shared;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Binds the actor for the length of one piece of work: a request, or one step of a job. */
public final class Acting {
    /** Names the transaction in which a page is made for its reader. */
    public static final String PAGE = "page";

    private static final ScopedValue<Actor> BOUND = ScopedValue.newInstance();

    private Acting() {}

    /** The actor this work is done for; empty means nobody, and nobody sees anything. */
    public static Optional<Actor> current() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /** Does the work as the actor. */
    public static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return ScopedValue.where(BOUND, actor).call(work::call);
    }

    /** Does the work as the actor. */
    public static void as(Actor actor, Runnable work) {
        ScopedValue.where(BOUND, actor).run(work);
    }
}

package noroshi.topic.web;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Redirect;
import noroshi.topic.Calls;
import org.springframework.stereotype.Component;

/** Whoever calls somebody learns when the call may find nobody, and no more. */
@Component
class UnsureCalls {
    private final Calls calls;

    UnsureCalls(Calls calls) {
        this.calls = calls;
    }

    /** The answer to words that were sent; of calls that may find nobody it says so instead. */
    Redirect of(Redirect redirect, UUID topic, String text, Actor actor) {
        var unsure = calls.unreached(topic, text, actor);
        return unsure.isEmpty() ? redirect : redirect.saying("topic.called-unsure", "@" + String.join(", @", unsure));
    }
}

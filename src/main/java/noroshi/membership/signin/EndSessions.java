package noroshi.membership.signin;

import noroshi.membership.PersonLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever leaves or is suspended is signed out everywhere, in the same transaction. */
@Component
class EndSessions {
    private final SessionStore sessions;

    EndSessions(SessionStore sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void when(PersonLeft event) {
        sessions.endAllOf(event.person());
    }
}

package noroshi.community;

import noroshi.membership.Members;
import noroshi.membership.PersonSeated;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whoever takes a seat anywhere joins the community of all participating organisations, in their own name. */
@Component
class JoinEverybody {
    private final Admissions admissions;
    private final Members members;

    JoinEverybody(Admissions admissions, Members members) {
        this.admissions = admissions;
        this.members = members;
    }

    /** No transaction stands around this: the front door opens one once it is known who reads. */
    @Async
    @TransactionalEventListener
    void when(PersonSeated event) {
        members.actor(event.person(), "job").ifPresent(admissions::joinEverybody);
    }
}

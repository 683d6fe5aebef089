package noroshi.topic;

import noroshi.membership.Members;
import noroshi.shared.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks through kept searches for what is new, each with the eyes of its owner and the rights of this moment. */
@Component
class WatchSearches {
    private static final Logger LOG = LoggerFactory.getLogger(WatchSearches.class);

    private final SavedSearches searches;
    private final Members members;

    WatchSearches(SavedSearches searches, Members members) {
        this.searches = searches;
        this.members = members;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    synchronized void run() {
        searches.take().forEach(this::look);
    }

    /** One that cannot be looked through must not hold up the others. */
    private void look(SavedSearchStore.Due due) {
        try {
            members.actor(due.person(), "job")
                    .ifPresent(actor -> Acting.as(actor, () -> searches.look(due.search(), due.since(), actor)));
        } catch (RuntimeException e) {
            LOG.warn("a kept search could not be looked through: {}", due.search(), e);
        }
    }
}

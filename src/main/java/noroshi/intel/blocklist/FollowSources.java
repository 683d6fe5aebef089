package noroshi.intel.blocklist;

import noroshi.membership.Members;
import noroshi.shared.Acting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets block lists follow what their sources, members' registers and warning lists say now. */
@Component
class FollowSources {
    private final Blocklists lists;
    private final Members members;

    FollowSources(Blocklists lists, Members members) {
        this.lists = lists;
        this.members = members;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT50S")
    public void run() {
        members.administrator("job").ifPresent(actor -> Acting.as(actor, () -> lists.follow(actor)));
    }
}

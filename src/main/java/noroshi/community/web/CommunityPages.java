package noroshi.community.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.CommunityRow;
import noroshi.community.CommunityTopics;
import noroshi.community.Occasions;
import noroshi.community.Place;
import noroshi.community.Roll;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts one community's page together. */
@Component
class CommunityPages {
    private final Communities communities;
    private final Roll roll;
    private final Occasions occasions;
    private final ObjectProvider<CommunityTopics> topics;

    CommunityPages(Communities communities, Roll roll, Occasions occasions, ObjectProvider<CommunityTopics> topics) {
        this.occasions = occasions;
        this.communities = communities;
        this.roll = roll;
        this.topics = topics;
    }

    Page show(UUID id, String reason, FormErrors errors, Actor actor) {
        return show(id, reason, "", errors, actor);
    }

    Page show(UUID id, String reason, String occasion, FormErrors errors, Actor actor) {
        var row = communities.show(id, actor);
        var page = new CommunityPage(
                row,
                roll.leads(id, actor),
                Optional.of(row)
                        .filter(it -> it.place().inside())
                        .flatMap(_ -> topics.stream().findFirst())
                        .map(part -> part.newest(id, actor)),
                Communities.manages(row, actor),
                waiting(row, actor),
                roll.ofCentre(id, actor),
                occasions.coming(id, actor),
                reason,
                occasion,
                errors);
        return new Page("community/show", page);
    }

    private int waiting(CommunityRow row, Actor actor) {
        return row.place() == Place.LEAD
                ? roll.requests(row.community().id(), actor).size()
                : 0;
    }
}

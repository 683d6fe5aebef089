package noroshi.community.web;

import noroshi.community.Communities;
import noroshi.community.UnreadCounts;
import noroshi.site.SideGroup;
import noroshi.site.Ui;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reader's communities beside every page. */
@Configuration(proxyBeanMethods = false)
class CommunityNavigation {
    @Bean
    SideGroup myCommunities(Communities communities, Unread unread) {
        return new SideGroup(10, "community.nav", "/communities", UnreadCounts.NEWEST, actor -> {
            var mine = communities.mineLater(actor);
            var counts = unread.by(actor);
            return () -> mine.get().stream()
                    .map(community -> new SideGroup.Link(
                            community.name().in(Ui.locale()),
                            "/communities/" + community.id(),
                            counts.get().getOrDefault(community.id(), 0),
                            community.colour()))
                    .toList();
        });
    }
}

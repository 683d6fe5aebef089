package noroshi.community.web;

import noroshi.community.Communities;
import noroshi.site.SideGroup;
import noroshi.site.Ui;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reader's communities beside every page. */
@Configuration(proxyBeanMethods = false)
class CommunityNavigation {
    @Bean
    SideGroup myCommunities(Communities communities, Unread unread) {
        return new SideGroup(10, "community.nav", "/communities", actor -> {
            var mine = communities.mine(actor);
            var counts = unread.in(mine, actor);
            return mine.stream()
                    .map(community -> new SideGroup.Link(
                            community.name().in(Ui.locale()),
                            "/communities/" + community.id(),
                            counts.getOrDefault(community.id(), 0),
                            community.colour()))
                    .toList();
        });
    }
}

package noroshi.community.web;

import java.util.List;
import noroshi.community.Directory;
import noroshi.community.DirectoryFilter;
import noroshi.membership.Reference;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Choice;
import noroshi.site.NavItem;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to turn to; every filter stands in the address. */
@Controller
class DirectoryController {
    private static final int SIZE = 50;

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    /** Its place in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem directoryNav() {
            return NavItem.at(70, "community.directory.nav", "book", "/directory");
        }
    }

    @GetMapping("/directory")
    Page show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "false") boolean always,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var filter = new DirectoryFilter(shortened(q), category, sector, always);
        var window = Window.page(page, SIZE);
        var found = directory.find(filter, Ui.locale(), new Window(window.offset(), SIZE + 1), actor);
        return new Page(
                "community/directory",
                new DirectoryPage(
                        filter,
                        found.stream().limit(SIZE).toList(),
                        choices(directory.references(Trait.CATEGORY, actor)),
                        choices(directory.references(Trait.SECTOR, actor)),
                        Math.max(page, 1),
                        found.size() > SIZE));
    }

    private static String shortened(String words) {
        return words.length() <= 100 ? words : words.substring(0, 100);
    }

    private static List<Choice> choices(List<Reference> references) {
        return references.stream()
                .map(reference -> new Choice(reference.code(), reference.in(Ui.locale())))
                .toList();
    }
}

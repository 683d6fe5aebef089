package noroshi.demo;

import java.time.Clock;
import noroshi.bulletin.PlainCopy;
import noroshi.database.OwnerEntrance;
import noroshi.site.Words;
import noroshi.topic.SearchWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The loader with what it needs, on a fresh database; loaded once for all tests that share it. */
@Import({DemoWorld.class, Moving.class, OwnerEntrance.class, PlainCopy.class, Words.class, Records.class})
class LoadedWorld {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SearchWords searchWords() {
        return new SearchWords();
    }

    @Bean
    JsonMapper json() {
        return new JsonMapper();
    }
}

package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ids of observed objects are those of everybody else: the examples of STIX 2.1, sections 6.4 and 6.10. */
class NamingObservedTests {
    @Test
    void theExamplesOfTheSpecificationHaveTheIdsOfTheSpecification() {
        assertThat(id("example.com")).isEqualTo("domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
        assertThat(id("198.51.100.3")).isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    }

    private static String id(String value) {
        return Spelling.form(value).flatMap(Observable::id).orElseThrow();
    }
}

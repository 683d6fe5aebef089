package noroshi.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0 | Edge, Windows
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 | Chrome, Linux
            Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1 | Safari, iPhone
            Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0                                  | Firefox, Android
            curl/8.17.0                                                                                           | curl/8.17.0
            """)
    void isWhatPeopleCallIt(String agent, String name) {
        assertThat(DeviceName.of(agent)).isEqualTo(name);
    }

    @Test
    void nothingStaysNothingAndLongIsCut() {
        assertThat(DeviceName.of("")).isEmpty();
        assertThat(DeviceName.of("x".repeat(500))).hasSize(60);
    }
}

package noroshi.demo;

import org.springframework.boot.test.context.SpringBootTest;

/** Pressed into the hours that have passed, the last day obeys the same rules. */
@SpringBootTest(
        classes = {LoadedWorld.class, OnASunday.class},
        properties = "noroshi.demo=true")
class NoticesOnASundayTests extends DemoNoticesTests {}

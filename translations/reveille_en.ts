<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CalendarIntervalTrigger</name>
    <message numerus="yes">
        <source>Every %n year(s)</source>
        <translation>
            <numerusform>Every year</numerusform>
            <numerusform>Every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n month(s)</source>
        <translation>
            <numerusform>Every month</numerusform>
            <numerusform>Every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Every week</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cron</name>
    <message numerus="yes">
        <source>%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</source>
        <translation>
            <numerusform>%n field found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</numerusform>
            <numerusform>%n fields found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CronWords</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s) from %1 to %2</source>
        <translation>
            <numerusform>every hour from %1 to %2</numerusform>
            <numerusform>every %n hours from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) from %1 to %2</source>
        <translation>
            <numerusform>every minute from %1 to %2</numerusform>
            <numerusform>every %n minutes from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the second(s) %1</source>
        <translation>
            <numerusform>second %1</numerusform>
            <numerusform>the seconds %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the minute(s) %1</source>
        <translation>
            <numerusform>minute %1</numerusform>
            <numerusform>the minutes %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the hour(s) %1</source>
        <translation>
            <numerusform>hour %1</numerusform>
            <numerusform>the hours %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) of %1</source>
        <translation>
            <numerusform>every minute of %1</numerusform>
            <numerusform>every %n minutes of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the day(s) %1</source>
        <translation>
            <numerusform>day %1</numerusform>
            <numerusform>the days %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in the calendar week(s) %2</source>
        <translation>
            <numerusform>%1 in calendar week %2</numerusform>
            <numerusform>%1 in the calendar weeks %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntervalTrigger</name>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Every week</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>is longer than %n character(s)</source>
        <translation>
            <numerusform>is longer than %n character</numerusform>
            <numerusform>is longer than %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::CronBuilder</name>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::JobEdits</name>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation>
            <numerusform>Delete %n job</numerusform>
            <numerusform>Delete %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n jobs</source>
        <translation>
            <numerusform>Pause %n job</numerusform>
            <numerusform>Pause %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n jobs</source>
        <translation>
            <numerusform>Resume %n job</numerusform>
            <numerusform>Resume %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::JobModel</name>
    <message numerus="yes">
        <source>%1 (%n in a row)</source>
        <translation>
            <numerusform>%1 (%n in a row)</numerusform>
            <numerusform>%1 (%n in a row)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::NotificationCenter</name>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::OverviewPane</name>
    <message numerus="yes">
        <source>up to %n retries</source>
        <translation>
            <numerusform>up to %n retry</numerusform>
            <numerusform>up to %n retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::RunModel</name>
    <message numerus="yes">
        <source>%n fire times from %1 to %2</source>
        <translation>
            <numerusform>%n fire time from %1 to %2</numerusform>
            <numerusform>%n fire times from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::TrayIcon</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>

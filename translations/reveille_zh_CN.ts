<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActiveSpan</name>
    <message>
        <source>the end lies before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Print JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run jobs without a window until SIGINT or SIGTERM, one line an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End by itself at this instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End by itself after this time: 90, 90s, 10m, 2h, 1d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add jobs; all of them or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read them from standard input: an array, or one job a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove jobs; their history stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run jobs now, whatever their schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List runs, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only of this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those scheduled at or after this instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those scheduled at or before this instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that ended so: success, error, timeout, missed, skipped, cancelled, interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many (100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the next fire times of a trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those after this instant (now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many (5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer one JSON object a line: {&quot;trigger&quot;: {...}, &quot;after&quot;: &quot;...&quot;, &quot;count&quot;: 5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job store: sqlite:FILE or memory: (REVEILLE_STORE, else sqlite: in your data folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug, info, warning or error (warning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append log messages to this file instead of stderr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help; after a verb, the verb&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such verb; see reveille --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes the arguments %1; see reveille %2 --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: reveille %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: reveille [VERB [ARGUMENT...]] [OPTION...]
A desktop scheduler: reminders, commands and web requests, on time.
Without a verb it opens the window, or raises the one that is open; without a display it runs jobs as “run” does.

Verbs:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 it failed, 2 wrong usage. Messages go to stderr.
A job: reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working directory “%1” does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ended by the signal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandTask</name>
    <message>
        <source>Give either a program or a command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command needs a program or a command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments belong to a program; write those of a command line into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shell takes a command line, not a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no variable with a text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cron</name>
    <message>
        <source>allowed are %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is out of range; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the range ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step is missing after “/”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step of 0 never moves on; steps begin at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step is longer than its range; at most %1 fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be followed by a space and a weekday, mon to sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“#” must be followed by a number from 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one field is needed: %1, or crontab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, @midnight and @hourly</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CronTrigger</name>
    <message>
        <source>must be a text or a whole number from 0 to 9999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a crontab line and fields exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CronWords</name>
    <message>
        <source>every second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>every minute at the seconds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the seconds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the minutes %2 of every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of every minute of the hours %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the minutes %2 of the hours %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s) from %1 to %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at minute %1 of the hours %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (second %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) from %1 to %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at the minutes %1 of every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the minutes %1 of the hours %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the second %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the third %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fourth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fifth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the days %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weekday (Monday to Friday) nearest to day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last weekday (Monday to Friday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every Saturday and Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1 of every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every year on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM d</source>
        <comment>a day of the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and also %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and also %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 if it is a %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 if it is also %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the calendar weeks %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the years %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>days, times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>days, rule within a day</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateTrigger</name>
    <message>
        <source>a date is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once, on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected more than %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected to %1, which is not safe to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpTask</name>
    <message>
        <source>A web request needs an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no web address; it begins with http:// or https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no header with a text of one line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>The running Reveille does not answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntervalTrigger</name>
    <message>
        <source>an interval of at least 0.001 seconds is needed, in weeks, days, hours, minutes or seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval is longer than 200 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>is longer than %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>has a control character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a task is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once, when it was added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStore</name>
    <message>
        <source>The store is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>The stored job is no JSON object: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not contain a null character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key is not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Logging</name>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log file %1 can&apos;t be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Reveille is not running; the run starts when it does.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Reveille with a window has this store already (process %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Reveille without a window has this store already (process %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display here; running without a window.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryStore</name>
    <message>
        <source>There is no job “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a job “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextVerb</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reveille next: a trigger is needed, or --stdin
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberRanges</name>
    <message>
        <source>“%1” is no list of numbers and ranges from %2 to %3, such as “%4”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QtScheduler</name>
    <message>
        <source>There is no job “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job “%1” is broken: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this trigger never fires: all its times lie in the past or do not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no job store “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no executor “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job of this run does not exist any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderTask</name>
    <message>
        <source>Nobody shows reminders now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reminder needs a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Success</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>outcome of a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later than the misfire grace time allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made one with another run that was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run before was still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job or the scheduler was paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille ended while it was running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended on request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended because the next run was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDesk</name>
    <message>
        <source>The run has ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqlTables</name>
    <message>
        <source>There is already a job “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>%1 is damaged, or not a store of Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup %1 can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>%1 is in use by another instance of Reveille (%2, process %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be created: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be created: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be renamed to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreUrl</name>
    <message>
        <source>“%1” is no store; examples are sqlite:/path/to/file and memory:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskName</name>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskRegistry</name>
    <message>
        <source>“%1” is no task; there are %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePoint</name>
    <message>
        <source>“%1” has no zone; write Z or ±HH:MM at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no duration; examples are 90, 90s, 10m, 2h, 1d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>ddd HH:mm</source>
        <extracomment>Date formats as in QLocale::toString(); &quot;ddd&quot; is the weekday. Order them as your language does.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no trigger; allowed are %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriggerPages</name>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On days at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerbClient</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a job in JSON is needed, or --stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT RUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCHEDULE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCHEDULED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JOB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATTEMPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FINISHED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REASON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 fire times until %3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerbRunner</name>
    <message>
        <source>“%1” is no outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such verb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrittenDate</name>
    <message>
        <source>“%1” is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, with Z or ±HH:MM for an instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are the years 1900 to 2199</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a time of day beyond 23:59:59</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>there is no time zone “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::BalloonNotifications</name>
    <message>
        <source>There is no tray to show a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::CommandPage</name>
    <message>
        <source>Run it in a shell, for pipes, variables and wildcards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your home folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time it may take; 0 for no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;vironment:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 means none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xit codes that mean success:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the command to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line must read NAME=value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::CronPage</name>
    <message>
        <source>How the schedule is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crontab line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::CrontabForm</name>
    <message>
        <source>&amp;Line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, weekday (0 or 7 is Sunday), or six columns with seconds first. Names such as mon or jan, and @daily and its like, are understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::Desktop</name>
    <message>
        <source>Reveille</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::DetailsPane</name>
    <message>
        <source>Details of the chosen job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::DurationEdit</name>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::EmptyPage</name>
    <message>
        <source>There are no jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with one of these, or make your own with New job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake up on weekdays at 06:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reminder with a bell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command every night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hear of it only if it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nightly command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request a web page every ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To keep a site awake, or to see that it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::EveryPage</name>
    <message>
        <source>Counted from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;very:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a start, the first run is one step from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nd:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter how much time lies between two runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::FieldForm</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::FirePreview</name>
    <message>
        <source>The schedule in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next runs appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never fires from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next runs, in the time of %1:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::FreedesktopNotifications</name>
    <message>
        <source>There is no session bus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::Headless</name>
    <message>
        <source>There are no jobs yet. Add one from another terminal:
  reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::HttpPage</name>
    <message>
        <source>Longest time it may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me&amp;thod:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Body:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpected status:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line must read Name: value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::InstanceServer</name>
    <message>
        <source>The folder %1 is not private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local socket %1 can&apos;t be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobActions</name>
    <message>
        <source>&amp;New job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the chosen job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new job like the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen jobs; Undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the chosen jobs now, whatever their schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the &amp;active run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run that is active now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the chosen jobs go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the chosen jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobEditor</name>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to call it; by default taken from what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This schedule never fires from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobEdits</name>
    <message>
        <source>Add “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pause %n jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Resume “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resume %n jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::JobModel</name>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <comment>column: the job is not paused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <comment>column: time left until the next run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n in a row)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This job is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobPage</name>
    <message>
        <source>No job matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobSidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::JobView</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::KeptSchedulePage</name>
    <message>
        <source>Schedule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This schedule was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::KeptTaskPage</name>
    <message>
        <source>Task:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::MainWindow</name>
    <message>
        <source>Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille %1

A desktop scheduler: reminders, commands and web requests, on time.
MIT licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::NotificationCenter</name>
    <message>
        <source>Snooze 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to show a notification here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::OncePage</name>
    <message>
        <source>&amp;Date and time:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::OptionsPane</name>
    <message>
        <source>home, backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the job in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a missed run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery after errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only from this failure in a row:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay before the first retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries after an error:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First retry after:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each later one after:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That many times the delay before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it unless it is later than usual for its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it if it is late at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it however late it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misfire grace time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run once, for the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run once, for the earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run each of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random delay up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a run is late:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When several are late:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random delay up to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the new run wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the old run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it is still running:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs at the same time:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::OutputPane</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in the history to see its output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(The output was longer; its middle was left out.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::OverviewPane</name>
    <message numerus="yes">
        <source>up to %n retries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>runs up to %1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a random delay of up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skips a run while another is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits while another run is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends an older run that is still active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::ReminderPage</name>
    <message>
        <source>Ring a bell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ound:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::ReminderWindow</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::RunModel</name>
    <message>
        <source>Started by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: exit code of a command or HTTP status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fire times from %1 to %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::RunView</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::SchedulePane</name>
    <message>
        <source>When it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::SettingsDialog</name>
    <message>
        <source>&amp;Closing the window leaves Reveille in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start without showing the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Reveille starts the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::SimpleCronForm</name>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in some months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weekday (Monday to Friday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weekend (Saturday and Sunday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On chosen weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On days of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one day of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of one job must share their minutes, such as 06:30 and 18:30; make a second job for others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::StatusLine</name>
    <message>
        <source>The scheduler is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of the jobs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::TaskPane</name>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::TimeList</name>
    <message>
        <source>Add a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reveille::TrayIcon</name>
    <message>
        <source>&amp;Open Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New reminder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille goes on in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs run while the window is closed. Quit from the menu of this icon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille: some jobs are failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs in the next 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::ZoneCombo</name>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

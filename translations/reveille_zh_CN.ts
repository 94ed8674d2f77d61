<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActiveSpan</name>
    <message>
        <source>the end lies before the start</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>%1, from %2 until %3</source>
        <translation>%1，自 %2 起至 %3 止</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，至 %2 止</translation>
    </message>
</context>
<context>
    <name>AndTrigger</name>
    <message>
        <source>%1 and %2</source>
        <comment>two schedules</comment>
        <translation>%1与%2</translation>
    </message>
    <message>
        <source>When %1 coincide</source>
        <translation>当%1同时到点时</translation>
    </message>
</context>
<context>
    <name>CalendarIntervalTrigger</name>
    <message>
        <source>a step of at least one day is needed, in years, months, weeks or days</source>
        <translation>至少需要一天的间隔，以年、月、周或天为单位</translation>
    </message>
    <message numerus="yes">
        <source>Every %n year(s)</source>
        <translation>
            <numerusform>每 %n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n month(s)</source>
        <translation>
            <numerusform>每 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>每 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>每 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a step of months and days</comment>
        <translation>%1零%2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a step, a time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the interval is longer than 200 years</source>
        <translation>间隔超过 200 年</translation>
    </message>
</context>
<context>
    <name>ChildTriggers</name>
    <message>
        <source>triggers are nested more than %1 deep</source>
        <translation>触发器嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>%1 (in trigger %2 of %3)</source>
        <translation>%1（第 %2 个触发器，共 %3 个）</translation>
    </message>
    <message>
        <source>a list of triggers is needed</source>
        <translation>需要触发器列表</translation>
    </message>
    <message>
        <source>these are more than %1 triggers in all</source>
        <translation>触发器总数超过 %1 个</translation>
    </message>
    <message>
        <source>trigger %1 of %2 must be an object</source>
        <translation>第 %1 个触发器（共 %2 个）必须是对象</translation>
    </message>
</context>
<context>
    <name>ClockNote</name>
    <message>
        <source>clocks go forward: runs at %1</source>
        <translation>时钟拨快：于 %1 运行</translation>
    </message>
    <message>
        <source>clocks go back: %1 comes a second time</source>
        <translation>时钟拨慢：%1 第二次到来</translation>
    </message>
    <message>
        <source>clocks go back: runs the first time %1 comes</source>
        <translation>时钟拨慢：%1 第一次到来时运行</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Print JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>Run jobs without a window until SIGINT or SIGTERM, one line an event</source>
        <translation>不开窗口运行任务，直到收到 SIGINT 或 SIGTERM；每个事件一行</translation>
    </message>
    <message>
        <source>End by itself at this instant</source>
        <translation>在此时刻自行结束</translation>
    </message>
    <message>
        <source>End by itself after this time: 90, 90s, 10m, 2h, 1d</source>
        <translation>经过此时长后自行结束：90、90s、10m、2h、1d</translation>
    </message>
    <message>
        <source>List the jobs</source>
        <translation>列出任务</translation>
    </message>
    <message>
        <source>Add jobs; all of them or none</source>
        <translation>添加任务；要么全部添加，要么都不添加</translation>
    </message>
    <message>
        <source>Read them from standard input: an array, or one job a line</source>
        <translation>从标准输入读取：一个数组，或每行一个任务</translation>
    </message>
    <message>
        <source>Remove jobs; their history stays</source>
        <translation>移除任务；保留其历史</translation>
    </message>
    <message>
        <source>Pause jobs</source>
        <translation>暂停任务</translation>
    </message>
    <message>
        <source>Resume jobs</source>
        <translation>继续任务</translation>
    </message>
    <message>
        <source>Run jobs now, whatever their schedule</source>
        <translation>立即运行任务，不管其计划</translation>
    </message>
    <message>
        <source>List runs, the newest first</source>
        <translation>列出运行，最新的在前</translation>
    </message>
    <message>
        <source>Only of this job</source>
        <translation>仅限此任务</translation>
    </message>
    <message>
        <source>Only those scheduled at or after this instant</source>
        <translation>仅限计划时间不早于此时刻的</translation>
    </message>
    <message>
        <source>Only those scheduled at or before this instant</source>
        <translation>仅限计划时间不晚于此时刻的</translation>
    </message>
    <message>
        <source>Only those that ended so: success, error, timeout, missed, skipped, cancelled, interrupted</source>
        <translation>仅限结果为此的：success、error、timeout、missed、skipped、cancelled、interrupted</translation>
    </message>
    <message>
        <source>At most so many (100)</source>
        <translation>最多这么多个 (100)</translation>
    </message>
    <message>
        <source>Print the next fire times of a trigger</source>
        <translation>输出触发器接下来的触发时间</translation>
    </message>
    <message>
        <source>Those after this instant (now)</source>
        <translation>此时刻之后的 (现在)</translation>
    </message>
    <message>
        <source>So many (5)</source>
        <translation>个数 (5)</translation>
    </message>
    <message>
        <source>Answer one JSON object a line: {&quot;trigger&quot;: {...}, &quot;after&quot;: &quot;...&quot;, &quot;count&quot;: 5}</source>
        <translation>每行回答一个 JSON 对象：{&quot;trigger&quot;: {...}, &quot;after&quot;: &quot;...&quot;, &quot;count&quot;: 5}</translation>
    </message>
    <message>
        <source>debug, info, warning or error (warning)</source>
        <translation>debug、info、warning 或 error (warning)</translation>
    </message>
    <message>
        <source>Append log messages to this file instead of stderr</source>
        <translation>将日志消息追加到此文件，而非标准错误输出</translation>
    </message>
    <message>
        <source>Print this help; after a verb, the verb&apos;s</source>
        <translation>输出此帮助；在子命令之后则输出该子命令的帮助</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>输出版本</translation>
    </message>
    <message>
        <source>there is no such verb; see reveille --help</source>
        <translation>没有这个子命令；请参阅 reveille --help</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>启动到系统托盘</translation>
    </message>
    <message>
        <source>it takes the arguments %1; see reveille %2 --help</source>
        <translation>它接受的参数为 %1；请参阅 reveille %2 --help</translation>
    </message>
    <message>
        <source>Usage: reveille %1 %2</source>
        <translation>用法：reveille %1 %2</translation>
    </message>
    <message>
        <source>Everywhere:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>Usage: reveille [VERB [ARGUMENT...]] [OPTION...]
A desktop scheduler: reminders, commands and web requests, on time.
Without a verb it opens the window, or raises the one that is open; without a display it runs jobs as “run” does.

Verbs:
</source>
        <translation>用法：reveille [VERB [ARGUMENT...]] [OPTION...]
桌面调度器：准时执行提醒、命令和网页请求。
不带子命令时打开窗口，或将已打开的窗口提到前面；没有显示器时像“run”那样运行任务。

子命令：
</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 it failed, 2 wrong usage. Messages go to stderr.
A job: reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation>退出码：0 完成，1 失败，2 用法错误。消息写到标准错误输出。
任务示例：reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</translation>
    </message>
    <message>
        <source>The job store: sqlite:FILE, memory:, postgresql:// or mysql:// (REVEILLE_STORE, else sqlite: in your data folder)</source>
        <translation>任务存储：sqlite:FILE、memory:、postgresql:// 或 mysql://（REVEILLE_STORE，否则为您的数据文件夹中的 sqlite:）</translation>
    </message>
    <message>
        <source>Say whether the store&apos;s file is damaged; set a damaged one aside</source>
        <translation>检查存储文件是否已损坏；将损坏的文件移到一旁</translation>
    </message>
    <message>
        <source>Put its newest backup in its place</source>
        <translation>用其最新的备份代替</translation>
    </message>
    <message>
        <source>Put an empty store in its place</source>
        <translation>用空的存储代替</translation>
    </message>
    <message>
        <source>End runs that are under way and take back those that wait; “history” has their ids</source>
        <translation>结束进行中的运行，收回等待中的运行；其 ID 见“history”</translation>
    </message>
</context>
<context>
    <name>CommandRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation>用时超过 %1 秒</translation>
    </message>
    <message>
        <source>The working directory “%1” does not exist</source>
        <translation>工作目录“%1”不存在</translation>
    </message>
    <message>
        <source>The program “%1” was not found</source>
        <translation>找不到程序“%1”</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be executed</source>
        <translation>无法执行“%1”</translation>
    </message>
    <message>
        <source>“%1” could not be started: %2</source>
        <translation>无法启动“%1”：%2</translation>
    </message>
    <message>
        <source>It was ended by the signal %1</source>
        <translation>被信号 %1 终止</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
</context>
<context>
    <name>CommandTask</name>
    <message>
        <source>Give either a program or a command line</source>
        <translation>请给出程序或命令行，二者选一</translation>
    </message>
    <message>
        <source>A command needs a program or a command line</source>
        <translation>命令需要程序或命令行</translation>
    </message>
    <message>
        <source>Arguments belong to a program; write those of a command line into it</source>
        <translation>参数属于程序；命令行的参数请直接写在命令行中</translation>
    </message>
    <message>
        <source>A shell takes a command line, not a program</source>
        <translation>Shell 接受命令行，而非程序</translation>
    </message>
    <message>
        <source>The command line is empty</source>
        <translation>命令行为空</translation>
    </message>
    <message>
        <source>“%1” is no absolute path</source>
        <translation>“%1”不是绝对路径</translation>
    </message>
    <message>
        <source>“%1” is no variable with a text</source>
        <translation>“%1”不是值为文本的变量</translation>
    </message>
</context>
<context>
    <name>Cron</name>
    <message>
        <source>allowed are %1 to %2</source>
        <translation>允许 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 or %2 to %3</source>
        <translation>%1 或 %2 至 %3</translation>
    </message>
    <message>
        <source>the number is out of range; %1</source>
        <translation>数字超出范围；%1</translation>
    </message>
    <message>
        <source>a value is missing; %1</source>
        <translation>缺少值；%1</translation>
    </message>
    <message>
        <source>“%1” is not understood; %2</source>
        <translation>无法理解“%1”；%2</translation>
    </message>
    <message>
        <source>a step is missing after “/”</source>
        <translation>“/”之后缺少步长</translation>
    </message>
    <message>
        <source>a step of 0 never moves on; steps begin at 1</source>
        <translation>步长为 0 则永不前进；步长至少为 1</translation>
    </message>
    <message>
        <source>the step is longer than its range; at most %1 fits</source>
        <translation>步长超出其范围；最大为 %1</translation>
    </message>
    <message>
        <source>“%1” must be followed by a space and a weekday, mon to sun</source>
        <translation>“%1”之后必须是空格和星期 (mon 至 sun)</translation>
    </message>
    <message>
        <source>“#” must be followed by a number from 1 to 5</source>
        <translation>“#”之后必须是 1 至 5 的数字</translation>
    </message>
    <message>
        <source>at least one field is needed: %1, or crontab</source>
        <translation>至少需要一个字段：%1，或 crontab</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, @midnight and @hourly</source>
        <translation>未知的“%1”；允许的有 @yearly、@annually、@monthly、@weekly、@daily、@midnight 和 @hourly</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</source>
        <translation>
            <numerusform>有 %n 个字段；需要 5 个 (分、时、日、月、星期)，或以秒开头的 6 个</numerusform>
        </translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <comment>numbers, other forms</comment>
        <translation>%1，以及 %2</translation>
    </message>
    <message>
        <source>“%1” is left over; %2</source>
        <translation>“%1”是多余的；%2</translation>
    </message>
    <message>
        <source>the range ends before it begins; only months and weekdays go round</source>
        <translation>范围的终点在起点之前；只有月份和星期可以循环</translation>
    </message>
    <message>
        <source>nothing may follow %1</source>
        <translation>%1 之后不能再有内容</translation>
    </message>
</context>
<context>
    <name>CronPlan</name>
    <message>
        <source>Choose at least one month</source>
        <translation>请至少选择一个月份</translation>
    </message>
    <message>
        <source>Choose at least one weekday</source>
        <translation>请至少选择一个星期几</translation>
    </message>
    <message>
        <source>Choose at least one day of the month</source>
        <translation>请至少选择每月的一天</translation>
    </message>
    <message>
        <source>Choose which of them in the month</source>
        <translation>请选择是当月的第几个</translation>
    </message>
    <message>
        <source>These times must share their minutes, such as 06:30 and 18:30; “Combined” joins schedules with other times</source>
        <translation>这些时间的分钟数必须相同，例如 06:30 和 18:30；其他时间可用“组合”合并多个计划</translation>
    </message>
</context>
<context>
    <name>CronTrigger</name>
    <message>
        <source>a crontab line and fields exclude each other</source>
        <translation>crontab 行与各字段不能同时使用</translation>
    </message>
    <message>
        <source>must be a text or a whole number</source>
        <translation>必须是文本或整数</translation>
    </message>
</context>
<context>
    <name>CronWords</name>
    <message>
        <source>every second</source>
        <translation>每秒</translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>每小时</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s) from %1 to %2</source>
        <translation>
            <numerusform>从 %1 至 %2 每 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) from %1 to %2</source>
        <translation>
            <numerusform>从 %1 至 %2 每 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>第一个%1</translation>
    </message>
    <message>
        <source>the second %1</source>
        <translation>第二个%1</translation>
    </message>
    <message>
        <source>the third %1</source>
        <translation>第三个%1</translation>
    </message>
    <message>
        <source>the fourth %1</source>
        <translation>第四个%1</translation>
    </message>
    <message>
        <source>the fifth %1</source>
        <translation>第五个%1</translation>
    </message>
    <message>
        <source>the weekday (Monday to Friday) nearest to day %1</source>
        <translation>最接近%1日的工作日</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>the last weekday (Monday to Friday)</source>
        <translation>最后一个工作日</translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation>最后一个%1</translation>
    </message>
    <message>
        <source>every weekday</source>
        <translation>每个工作日</translation>
    </message>
    <message>
        <source>every Saturday and Sunday</source>
        <translation>每个星期六和星期日</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每个%1</translation>
    </message>
    <message>
        <source>on %1 of every month</source>
        <translation>每月%1</translation>
    </message>
    <message>
        <source>on %1 of %2</source>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>every day in %1</source>
        <translation>%1每天</translation>
    </message>
    <message>
        <source>every year on %1</source>
        <translation>每年%1</translation>
    </message>
    <message>
        <source>MMMM d</source>
        <comment>a day of the year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1 and also %2</source>
        <translation>%1以及%2</translation>
    </message>
    <message>
        <source>%1 and also %2 in %3</source>
        <translation>%1以及%3的%2</translation>
    </message>
    <message>
        <source>%1 if it is also %2</source>
        <translation>%1 (仅限%2)</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>days, times</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>days, rule within a day</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>the second(s) %1</source>
        <translation>
            <numerusform>第 %1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>每分钟</translation>
    </message>
    <message numerus="yes">
        <source>the minute(s) %1</source>
        <translation>
            <numerusform>第 %1 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the hour(s) %1</source>
        <translation>
            <numerusform>%1 点</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1 of %2</source>
        <comment>seconds of minutes, or minutes of hours</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>at %1 of %2 of %3</source>
        <comment>seconds of minutes of hours</comment>
        <translation>%3的%2的%1</translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) of %1</source>
        <translation>
            <numerusform>%1内每 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the day(s) %1</source>
        <translation>
            <numerusform>%1日</numerusform>
        </translation>
    </message>
    <message>
        <source>a weekday</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>a %1</source>
        <comment>one of some weekdays</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>days, months</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 if it is %2</source>
        <translation>%1（仅当为%2）</translation>
    </message>
    <message>
        <source>%1 and later</source>
        <comment>a year</comment>
        <translation>%1年及以后各</translation>
    </message>
    <message>
        <source>no year before 2200</source>
        <translation>2200年以前没有的</translation>
    </message>
    <message numerus="yes">
        <source>%1 in the calendar week(s) %2</source>
        <translation>
            <numerusform>第 %2 周的%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>days, years</comment>
        <translation>%2年的%1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>the last two of a list</comment>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2, %3, …, %4</source>
        <comment>numbers at equal distances</comment>
        <translation>%1、%2、%3、…、%4</translation>
    </message>
</context>
<context>
    <name>DateTrigger</name>
    <message>
        <source>a date is needed</source>
        <translation>需要日期</translation>
    </message>
    <message>
        <source>Once, on %1</source>
        <translation>一次，%1</translation>
    </message>
</context>
<context>
    <name>FunctionTask</name>
    <message>
        <source>The worker process has no function “%1”</source>
        <translation>工作进程没有函数“%1”</translation>
    </message>
    <message>
        <source>The function threw an exception without a text</source>
        <translation>函数抛出了没有说明的异常</translation>
    </message>
    <message>
        <source>The function threw something that is no std::exception</source>
        <translation>函数抛出的不是 std::exception</translation>
    </message>
    <message>
        <source>It took longer than %1 s</source>
        <translation>用时超过 %1 秒</translation>
    </message>
    <message>
        <source>A job with a function of its own can&apos;t name another</source>
        <translation>自带函数的任务不能再指定另一个函数</translation>
    </message>
    <message>
        <source>The name of a registered function is needed</source>
        <translation>需要已注册函数的名称</translation>
    </message>
    <message>
        <source>The function “%1” is not registered; none is</source>
        <translation>函数“%1”未注册；没有任何已注册的函数</translation>
    </message>
    <message>
        <source>The function “%1” is not registered; there are %2</source>
        <translation>函数“%1”未注册；已注册的有 %2</translation>
    </message>
</context>
<context>
    <name>HostName</name>
    <message>
        <source>“%1” is no name of a machine</source>
        <translation>“%1”不是机器的名称</translation>
    </message>
</context>
<context>
    <name>HttpRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation>用时超过 %1 秒</translation>
    </message>
    <message>
        <source>Redirected more than %1 times</source>
        <translation>重定向超过 %1 次</translation>
    </message>
    <message>
        <source>Redirected to %1, which is not safe to follow</source>
        <translation>被重定向到 %1，继续前往并不安全</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
</context>
<context>
    <name>HttpTask</name>
    <message>
        <source>A web request needs an address</source>
        <translation>网页请求需要地址</translation>
    </message>
    <message>
        <source>“%1” is no web address; it begins with http:// or https://</source>
        <translation>“%1”不是网址；网址以 http:// 或 https:// 开头</translation>
    </message>
    <message>
        <source>“%1” is no header with a text of one line</source>
        <translation>“%1”不是值为单行文本的标头</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>The running Reveille does not answer: %1</source>
        <translation>正在运行的 Reveille 没有应答：%1</translation>
    </message>
</context>
<context>
    <name>IntervalTrigger</name>
    <message>
        <source>an interval of at least 0.001 seconds is needed, in weeks, days, hours, minutes or seconds</source>
        <translation>需要至少 0.001 秒的间隔，以周、天、小时、分钟或秒表示</translation>
    </message>
    <message>
        <source>the interval is longer than 200 years</source>
        <translation>间隔超过 200 年</translation>
    </message>
    <message>
        <source>Every %1 seconds</source>
        <translation>每 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>每 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>每 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>每 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>the first fire time would lie beyond the year 2199</source>
        <translation>首次触发时间将晚于 2199 年</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>is longer than %n character(s)</source>
        <translation>
            <numerusform>超过 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>has a control character</source>
        <translation>含有控制字符</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的“%1”；允许的有 %2</translation>
    </message>
    <message>
        <source>a task is needed</source>
        <translation>需要操作</translation>
    </message>
    <message>
        <source>Once, when it was added</source>
        <translation>一次，添加时</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Scheduled</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已损坏</translation>
    </message>
</context>
<context>
    <name>JobStore</name>
    <message>
        <source>The store is open already</source>
        <translation>存储已经打开</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Reveille</source>
        <translation>%1 由更新版本的 Reveille 写入</translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation>存储没有打开</translation>
    </message>
    <message>
        <source>The run has ended</source>
        <translation>此次运行已结束</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>The stored job is no JSON object: %1</source>
        <translation>存储的任务不是 JSON 对象：%1</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must not contain a null character</source>
        <translation>不得含有空字符</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are %2 to %3</source>
        <translation>%1 超出范围；允许 %2 至 %3</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必须是文本列表</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的“%1”；允许的有 %2</translation>
    </message>
    <message>
        <source>this key is not known</source>
        <translation>未知的键</translation>
    </message>
</context>
<context>
    <name>Logging</name>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的“%1”；允许的有 %2</translation>
    </message>
    <message>
        <source>The log file %1 can&apos;t be written: %2</source>
        <translation>无法写入日志文件 %1：%2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Reveille is not running; the run starts when it does.
</source>
        <translation>Reveille 没有运行；它启动后才会开始此次运行。
</translation>
    </message>
    <message>
        <source>a Reveille with a window has this store already (process %1)</source>
        <translation>已有带窗口的 Reveille 在使用此存储 (进程 %1)</translation>
    </message>
    <message>
        <source>a Reveille without a window has this store already (process %1)</source>
        <translation>已有不带窗口的 Reveille 在使用此存储 (进程 %1)</translation>
    </message>
    <message>
        <source>There is no display here; running without a window.
</source>
        <translation>这里没有显示器；以无窗口方式运行。
</translation>
    </message>
</context>
<context>
    <name>MariaDb</name>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次运行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此内容：%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 未及时响应</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>无法读写 %1：%2</translation>
    </message>
</context>
<context>
    <name>MemoryStore</name>
    <message>
        <source>There is no job “%1”</source>
        <translation>没有任务“%1”</translation>
    </message>
    <message>
        <source>The store is open already</source>
        <translation>存储已经打开</translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation>存储没有打开</translation>
    </message>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有任务“%1”</translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation>任务“%1”在此期间已被更改</translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次运行已在 %1 中</translation>
    </message>
</context>
<context>
    <name>NextVerb</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation>不是 JSON：%1 (偏移量 %2)</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必须是 JSON 对象</translation>
    </message>
    <message>
        <source>reveille next: a trigger is needed, or --stdin
</source>
        <translation>reveille next：需要触发器，或 --stdin
</translation>
    </message>
</context>
<context>
    <name>NumberRanges</name>
    <message>
        <source>“%1” is no list of numbers and ranges from %2 to %3, such as “%4”</source>
        <translation>“%1”不是由 %2 至 %3 的数字和范围组成的列表，例如“%4”</translation>
    </message>
</context>
<context>
    <name>OrTrigger</name>
    <message>
        <source>%1 or %2</source>
        <comment>two schedules</comment>
        <translation>%1或%2</translation>
    </message>
</context>
<context>
    <name>PostgreSql</name>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次运行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此内容：%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 未及时响应</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>无法读写 %1：%2</translation>
    </message>
</context>
<context>
    <name>QtScheduler</name>
    <message>
        <source>There is no job “%1”</source>
        <translation>没有任务“%1”</translation>
    </message>
    <message>
        <source>The job “%1” is broken: %2</source>
        <translation>任务“%1”已损坏：%2</translation>
    </message>
    <message>
        <source>The scheduler is not running</source>
        <translation>调度器没有运行</translation>
    </message>
    <message>
        <source>this trigger never fires: all its times lie in the past or do not exist</source>
        <translation>此触发器永远不会触发：其时间都在过去或不存在</translation>
    </message>
    <message>
        <source>there is no job store “%1”</source>
        <translation>没有任务存储“%1”</translation>
    </message>
    <message>
        <source>there is no executor “%1”</source>
        <translation>没有执行器“%1”</translation>
    </message>
    <message>
        <source>The job of this run does not exist any more</source>
        <translation>此次运行的任务已不存在</translation>
    </message>
    <message>
        <source>There is no such run</source>
        <translation>没有这次运行</translation>
    </message>
    <message>
        <source>the trigger failed: %1</source>
        <translation>触发器出错：%1</translation>
    </message>
    <message>
        <source>There is no executor “%1”</source>
        <translation>没有执行器“%1”</translation>
    </message>
    <message>
        <source>a function without a name lives in memory only; register it under a name for “%1”</source>
        <translation>没有名称的函数只能存在于内存中；要存入“%1”，请以名称注册它</translation>
    </message>
    <message>
        <source>There is already a job “%1” in another job store</source>
        <translation>另一个任务存储中已有任务“%1”</translation>
    </message>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有任务“%1”</translation>
    </message>
    <message>
        <source>There is already a job store “%1”</source>
        <translation>已有任务存储“%1”</translation>
    </message>
    <message>
        <source>There is already an executor “%1”</source>
        <translation>已有执行器“%1”</translation>
    </message>
    <message>
        <source>The executor “%1” has active runs</source>
        <translation>执行器“%1”还有正在进行的运行</translation>
    </message>
    <message>
        <source>The scheduler was started already</source>
        <translation>调度器已经启动过</translation>
    </message>
    <message>
        <source>The scheduler has no job store</source>
        <translation>调度器没有任务存储</translation>
    </message>
    <message>
        <source>a job stays in its job store, here “%1”</source>
        <translation>任务不能离开其任务存储，即“%1”</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必须是 JSON 对象</translation>
    </message>
    <message>
        <source>Pending jobs:</source>
        <translation>待加入的任务：</translation>
    </message>
    <message>
        <source>Job store %1:</source>
        <translation>任务存储 %1：</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待加入</translation>
    </message>
    <message>
        <source>next run at: %1</source>
        <translation>下次运行：%1</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>The scheduler is stopped</source>
        <translation>调度器已停止</translation>
    </message>
    <message>
        <source>a job that runs at a given time needs a trigger</source>
        <translation>要在指定时间运行的任务需要触发器</translation>
    </message>
    <message>
        <source>%1 does not answer; what it was asked before may still be done</source>
        <translation>%1 没有响应；此前要求它做的事仍可能会完成</translation>
    </message>
    <message>
        <source>Runs of the job store %1 do not end; they were not waited for</source>
        <translation>任务存储 %1 的运行没有结束；未再等待</translation>
    </message>
    <message>
        <source>%1 is not open yet</source>
        <translation>%1 尚未打开</translation>
    </message>
    <message>
        <source>The job store %1 does not answer; it was not waited for</source>
        <translation>任务存储 %1 没有响应；未再等待</translation>
    </message>
    <message>
        <source>The job store failed: %1</source>
        <translation>任务存储出错：%1</translation>
    </message>
    <message>
        <source>it gave no answer</source>
        <translation>它没有给出答复</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a machine</comment>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <source>a job that is not to run is paused</source>
        <translation>不应运行的任务请暂停</translation>
    </message>
    <message>
        <source>the id of a job does not change</source>
        <translation>任务的 id 不能更改</translation>
    </message>
    <message>
        <source>The run is under way elsewhere</source>
        <translation>此次运行正在别处进行</translation>
    </message>
    <message>
        <source>This scheduler was made with its own stores and executors</source>
        <translation>此调度器由程序自行配备了任务存储和执行器</translation>
    </message>
</context>
<context>
    <name>QueueingExecutor</name>
    <message>
        <source>The executor “%1” does not know the task “%2”</source>
        <translation>执行器“%1”不认识操作“%2”</translation>
    </message>
    <message>
        <source>The task “%1” made no run</source>
        <translation>操作“%1”没有产生运行</translation>
    </message>
</context>
<context>
    <name>ReminderTask</name>
    <message>
        <source>Nobody shows reminders now</source>
        <translation>目前无处显示提醒</translation>
    </message>
    <message>
        <source>A reminder needs a message</source>
        <translation>提醒需要消息</translation>
    </message>
</context>
<context>
    <name>RepairVerb</name>
    <message>
        <source>--restore-backup and --empty exclude each other</source>
        <translation>--restore-backup 和 --empty 不能同时使用</translation>
    </message>
    <message>
        <source>The store is not damaged.
</source>
        <translation>存储未损坏。
</translation>
    </message>
    <message>
        <source>the newest backup is from %1</source>
        <translation>最新的备份来自 %1</translation>
    </message>
    <message>
        <source>there is no backup that can be read</source>
        <translation>没有可读取的备份</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>The damaged file is now %1
</source>
        <translation>损坏的文件现在是 %1
</translation>
    </message>
    <message>
        <source>The store is the backup from %1
</source>
        <translation>存储现在是 %1 的备份
</translation>
    </message>
    <message>
        <source>%1; it is left as it is until “reveille repair --restore-backup” or “reveille repair --empty” sets it aside</source>
        <translation>%1；在用“reveille repair --restore-backup”或“reveille repair --empty”将其移到一旁之前，它保持原样</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Success</source>
        <comment>outcome of a run</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>outcome of a run</comment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Timed out</source>
        <comment>outcome of a run</comment>
        <translation>超时</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>outcome of a run</comment>
        <translation>错过</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>outcome of a run</comment>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>outcome of a run</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>outcome of a run</comment>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Later than the misfire grace time allows</source>
        <translation>超出错过宽限时间</translation>
    </message>
    <message>
        <source>Made one with another run that was due</source>
        <translation>已与另一次到期的运行合并</translation>
    </message>
    <message>
        <source>The run before was still going on</source>
        <translation>上一次运行仍在进行</translation>
    </message>
    <message>
        <source>The job or the scheduler was paused</source>
        <translation>任务或调度器已暂停</translation>
    </message>
    <message>
        <source>Reveille ended while it was running</source>
        <translation>运行期间 Reveille 结束了</translation>
    </message>
    <message>
        <source>Ended on request</source>
        <translation>应要求结束</translation>
    </message>
    <message>
        <source>Ended because the next run was due</source>
        <translation>因下一次运行到期而结束</translation>
    </message>
    <message>
        <source>Ended because Reveille was ended</source>
        <translation>因 Reveille 退出而结束</translation>
    </message>
</context>
<context>
    <name>RunDesk</name>
    <message>
        <source>The run has ended</source>
        <translation>此次运行已结束</translation>
    </message>
    <message>
        <source>There is no executor “%1”</source>
        <translation>没有执行器“%1”</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
</context>
<context>
    <name>SchedulerConfig</name>
    <message>
        <source>is no setting of a scheduler</source>
        <translation>不是调度器的设置项</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to %1</source>
        <translation>必须是 1 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的“%1”；允许的有 %2</translation>
    </message>
    <message>
        <source>must be a number of seconds up to 366 days, or empty for no limit</source>
        <translation>必须是不超过 366 天的秒数，留空表示不限</translation>
    </message>
    <message>
        <source>needs the url of the job store</source>
        <translation>需要任务存储的 url</translation>
    </message>
    <message>
        <source>The settings %1 can&apos;t be read</source>
        <translation>无法读取设置 %1</translation>
    </message>
    <message>
        <source>%1 is no INI file</source>
        <translation>%1 不是 INI 文件</translation>
    </message>
</context>
<context>
    <name>ServerBackend</name>
    <message>
        <source>“%1” names no database; write %2://user:password@host:port/database</source>
        <translation>“%1”没有指明数据库；请写成 %2://user:password@host:port/database</translation>
    </message>
    <message>
        <source>%1 needs Qt&apos;s database driver %2, which is not installed</source>
        <translation>%1 需要 Qt 数据库驱动 %2，但它尚未安装</translation>
    </message>
    <message>
        <source>%1 is being migrated by another program</source>
        <translation>%1 正被其他程序迁移</translation>
    </message>
    <message>
        <source>%1 has tables of another program; Reveille needs a database of its own</source>
        <translation>%1 中有其他程序的表；Reveille 需要一个专用的数据库</translation>
    </message>
</context>
<context>
    <name>SqlTables</name>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有任务“%1”</translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation>任务“%1”在此期间已被更改</translation>
    </message>
    <message>
        <source>There is no job “%1”</source>
        <translation>没有任务“%1”</translation>
    </message>
    <message>
        <source>The job “%1” can&apos;t be written: %2</source>
        <translation>无法写入任务“%1”：%2</translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>%1 is damaged, or not a store of Reveille</source>
        <translation>%1 已损坏，或不是 Reveille 的存储</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 正被其他程序使用</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已损坏：%2</translation>
    </message>
    <message>
        <source>There is no space left for %1</source>
        <translation>%1 没有剩余空间</translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次运行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此内容：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>无法读写 %1：%2</translation>
    </message>
    <message>
        <source>%1 is a database of another program</source>
        <translation>%1 是其他程序的数据库</translation>
    </message>
    <message>
        <source>%1 is damaged: nothing is left of it</source>
        <translation>%1 已损坏：其中没有任何内容</translation>
    </message>
</context>
<context>
    <name>SqliteBackup</name>
    <message>
        <source>The backup %1 can&apos;t be written</source>
        <translation>无法写入备份 %1</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已损坏：%2</translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>%1 is in use by another instance of Reveille (%2, process %3)</source>
        <translation>%1 正被另一个 Reveille 实例使用 (%2，进程 %3)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be created: %2</source>
        <translation>无法创建文件夹 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be created: %2</source>
        <translation>无法创建 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be renamed to %2</source>
        <translation>无法将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be renamed to %2; the damaged file is now %3</source>
        <translation>无法将 %1 重命名为 %2；损坏的文件现在是 %3</translation>
    </message>
</context>
<context>
    <name>SqliteRepair</name>
    <message>
        <source>%1 can&apos;t be copied to %2: %3</source>
        <translation>无法将 %1 复制到 %2：%3</translation>
    </message>
    <message>
        <source>only a store in a file can be repaired here</source>
        <translation>这里只能修复文件中的存储</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已损坏：%2</translation>
    </message>
</context>
<context>
    <name>StoreRescue</name>
    <message>
        <source>Reveille</source>
        <translation>Reveille</translation>
    </message>
    <message>
        <source>The damaged file is now %1</source>
        <translation>损坏的文件现在是 %1</translation>
    </message>
</context>
<context>
    <name>StoreUrl</name>
    <message>
        <source>memory: takes no name</source>
        <translation>memory: 不带名称</translation>
    </message>
    <message>
        <source>“%1” is no store; examples are sqlite:/path/to/file, memory:, postgresql://user@host/database and mysql://user@host/database</source>
        <translation>“%1”不是存储；例如 sqlite:/path/to/file、memory:、postgresql://user@host/database 和 mysql://user@host/database</translation>
    </message>
</context>
<context>
    <name>TaskName</name>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Web request</source>
        <translation>网页请求</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
</context>
<context>
    <name>TaskRegistry</name>
    <message>
        <source>“%1” is no task; there are %2</source>
        <translation>“%1”不是操作；可用的有 %2</translation>
    </message>
</context>
<context>
    <name>TimePoint</name>
    <message>
        <source>“%1” has no zone; write Z or ±HH:MM at its end</source>
        <translation>“%1”没有时区；请在末尾写上 Z 或 ±HH:MM</translation>
    </message>
    <message>
        <source>“%1” is no duration; examples are 90, 90s, 10m, 2h, 1d</source>
        <translation>“%1”不是时长；例如 90、90s、10m、2h、1d</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>ddd HH:mm</source>
        <extracomment>Date formats as in QLocale::toString(); &quot;ddd&quot; is the weekday. Order them as your language does.</extracomment>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation>M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <translation>yyyy年M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm:ss</source>
        <translation>yyyy年M月d日 ddd HH:mm:ss</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>“%1” is no trigger; allowed are %2</source>
        <translation>“%1”不是触发器；允许的有 %2</translation>
    </message>
    <message>
        <source>a kind of trigger is needed; allowed are %1</source>
        <translation>需要触发器的种类；允许 %1</translation>
    </message>
</context>
<context>
    <name>TriggerPages</name>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Every …</source>
        <translation>每隔…</translation>
    </message>
    <message>
        <source>On days at times</source>
        <translation>按日期和时间</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>组合</translation>
    </message>
</context>
<context>
    <name>VerbClient</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation>不是 JSON：%1 (偏移量 %2)</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>a job in JSON is needed, or --stdin</source>
        <translation>需要 JSON 格式的任务，或 --stdin</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>NEXT RUN</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SCHEDULE</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>SCHEDULED</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>JOB</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>ATTEMPT</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>FINISHED</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 (%2 fire times until %3)</source>
        <translation>%1 (至 %3 的 %2 个触发时间)</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>%1 waits for the machine %2, which runs it</source>
        <translation>%1 正在等待运行它的机器 %2</translation>
    </message>
</context>
<context>
    <name>VerbRunner</name>
    <message>
        <source>“%1” is no outcome</source>
        <translation>“%1”不是运行结果</translation>
    </message>
    <message>
        <source>there is no such verb</source>
        <translation>没有这个子命令</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必须是 JSON 对象</translation>
    </message>
    <message>
        <source>job %1: %2</source>
        <translation>任务 %1：%2</translation>
    </message>
</context>
<context>
    <name>WrittenDate</name>
    <message>
        <source>“%1” is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, with Z or ±HH:MM for an instant</source>
        <translation>“%1”不是日期；请写成 YYYY-MM-DD 或 YYYY-MM-DDTHH:MM:SS，表示时刻须加 Z 或 ±HH:MM</translation>
    </message>
    <message>
        <source>“%1” is not in the calendar</source>
        <translation>日历中没有“%1”</translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are the years 1900 to 2199</source>
        <translation>%1 超出范围；允许 1900 至 2199 年</translation>
    </message>
    <message>
        <source>“%1” has a time of day beyond 23:59:59</source>
        <translation>“%1”中的时间超过 23:59:59</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>there is no time zone “%1”; one is named like Europe/Berlin or UTC</source>
        <translation>没有时区“%1”；名称形如 Europe/Berlin 或 UTC</translation>
    </message>
</context>
<context>
    <name>reveille::BalloonNotifications</name>
    <message>
        <source>There is no tray to show a message</source>
        <translation>没有可显示消息的系统托盘</translation>
    </message>
</context>
<context>
    <name>reveille::CalendarPage</name>
    <message>
        <source>Not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>E&amp;very:</source>
        <translation>间隔(&amp;V)：</translation>
    </message>
    <message>
        <source>A&amp;t:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>开始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>结束(&amp;E)：</translation>
    </message>
    <message>
        <source>Months without a day %1 are passed over.</source>
        <translation>没有 %1 日的月份会被跳过。</translation>
    </message>
</context>
<context>
    <name>reveille::CalendarStepEdit</name>
    <message>
        <source>Every so many</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Unit of the calendar</source>
        <translation>日历单位</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>And so many more</source>
        <translation>另加的数量</translation>
    </message>
    <message>
        <source>Unit of what is added</source>
        <translation>另加部分的单位</translation>
    </message>
    <message>
        <source>Add a second length to the step, such as 1 month plus 6 days</source>
        <translation>为间隔再加一段长度，例如 1 个月加 6 天</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
</context>
<context>
    <name>reveille::CombinedPage</name>
    <message>
        <source>at any of these</source>
        <translation>其中任意一个到点时</translation>
    </message>
    <message>
        <source>at all of these, when they coincide</source>
        <translation>全部同时到点时</translation>
    </message>
    <message>
        <source>Run&amp;s:</source>
        <translation>运行(&amp;S)：</translation>
    </message>
    <message>
        <source>Schedu&amp;les:</source>
        <translation>计划(&amp;L)：</translation>
    </message>
    <message>
        <source>The schedules that are combined</source>
        <translation>所组合的计划</translation>
    </message>
    <message>
        <source>No schedules yet. Add those that this job is to follow.</source>
        <translation>还没有计划。请添加此任务要遵循的计划。</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>schedule, zone</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: never fires from now on</source>
        <translation>%1：今后不会再触发</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Schedule %1 is wrong; edit or remove it</source>
        <translation>第 %1 个计划有误；请编辑或移除它</translation>
    </message>
    <message>
        <source>Add at least one schedule</source>
        <translation>请至少添加一个计划</translation>
    </message>
</context>
<context>
    <name>reveille::CommandPage</name>
    <message>
        <source>Run it in a shell, for pipes, variables and wildcards</source>
        <translation>在 Shell 中运行，以使用管道、变量和通配符</translation>
    </message>
    <message>
        <source>Your home folder</source>
        <translation>您的主文件夹</translation>
    </message>
    <message>
        <source>Longest time it may take; 0 for no limit</source>
        <translation>允许的最长用时；0 表示不限</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>命令(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>Envi&amp;ronment:</source>
        <translation>环境变量(&amp;V)：</translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation>时间限制(&amp;I)：</translation>
    </message>
    <message>
        <source>0 means none.</source>
        <translation>0 表示不限。</translation>
    </message>
    <message>
        <source>E&amp;xit codes that mean success:</source>
        <translation>表示成功的退出码(&amp;X)：</translation>
    </message>
    <message>
        <source>Enter the command to run</source>
        <translation>请输入要运行的命令</translation>
    </message>
    <message>
        <source>Each line must read NAME=value</source>
        <translation>每行必须写成 NAME=value</translation>
    </message>
</context>
<context>
    <name>reveille::CronBuilder</name>
    <message>
        <source>1st</source>
        <translation>第 1 个</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>第 2 个</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>第 3 个</translation>
    </message>
    <message>
        <source>4th</source>
        <translation>第 4 个</translation>
    </message>
    <message>
        <source>5th</source>
        <translation>第 5 个</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>The first in the month</source>
        <translation>当月第一个</translation>
    </message>
    <message>
        <source>The second in the month</source>
        <translation>当月第二个</translation>
    </message>
    <message>
        <source>The third in the month</source>
        <translation>当月第三个</translation>
    </message>
    <message>
        <source>The fourth in the month</source>
        <translation>当月第四个</translation>
    </message>
    <message>
        <source>The fifth in the month</source>
        <translation>当月第五个</translation>
    </message>
    <message>
        <source>The last in the month</source>
        <translation>当月最后一个</translation>
    </message>
    <message>
        <source>Last day of the month</source>
        <translation>每月最后一天</translation>
    </message>
    <message>
        <source>Only in some months</source>
        <translation>仅限部分月份</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every weekday (Monday to Friday)</source>
        <translation>每个工作日 (星期一至星期五)</translation>
    </message>
    <message>
        <source>Every weekend (Saturday and Sunday)</source>
        <translation>每个周末 (星期六和星期日)</translation>
    </message>
    <message>
        <source>On chosen weekdays</source>
        <translation>每周所选的日子</translation>
    </message>
    <message>
        <source>On days of the month</source>
        <translation>每月所选的日子</translation>
    </message>
    <message>
        <source>On the nth weekday of the month</source>
        <translation>每月第几个星期几</translation>
    </message>
    <message>
        <source>On the first working day of the month</source>
        <translation>每月第一个工作日</translation>
    </message>
    <message>
        <source>On the last working day of the month</source>
        <translation>每月最后一个工作日</translation>
    </message>
    <message>
        <source>Which of them in the month</source>
        <translation>当月的第几个</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>每月的日子</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>日子(&amp;D)：</translation>
    </message>
    <message>
        <source>At certain times</source>
        <translation>在指定时间</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>每 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Months:</source>
        <translation>月份：</translation>
    </message>
</context>
<context>
    <name>reveille::CronPage</name>
    <message>
        <source>Crontab &amp;line:</source>
        <translation>Crontab 行(&amp;L)：</translation>
    </message>
    <message>
        <source>Minute, hour, day, month, weekday; or six, with seconds first.</source>
        <translation>分、时、日、月、星期；或六个字段，以秒开头。</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>开始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>结束(&amp;E)：</translation>
    </message>
    <message>
        <source>The fields above can’t show this line; it runs as it is written.</source>
        <translation>上面的选项无法显示这一行；它将按原样运行。</translation>
    </message>
    <message>
        <source>Use the fields</source>
        <translation>改用选项</translation>
    </message>
</context>
<context>
    <name>reveille::DamagedStoreBox</name>
    <message>
        <source>Damaged store</source>
        <translation>存储已损坏</translation>
    </message>
    <message>
        <source>The jobs can&apos;t be read.
%1</source>
        <translation>无法读取任务。
%1</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept.</source>
        <translation>无论选择哪一项，损坏的文件都会保留。</translation>
    </message>
    <message>
        <source>The newest backup is from %1. Jobs and runs that came later are not in it.</source>
        <translation>最新的备份来自 %1，不包含之后的任务和运行。</translation>
    </message>
    <message>
        <source>&amp;Restore the backup</source>
        <translation>还原备份(&amp;R)</translation>
    </message>
    <message>
        <source>There is no backup that can be read.</source>
        <translation>没有可读取的备份。</translation>
    </message>
    <message>
        <source>&amp;Begin with an empty store</source>
        <translation>以空的存储开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>reveille::DateField</name>
    <message>
        <source>%1 opens the calendar</source>
        <translation>按 %1 打开日历</translation>
    </message>
</context>
<context>
    <name>reveille::Desktop</name>
    <message>
        <source>Reveille</source>
        <translation>Reveille</translation>
    </message>
</context>
<context>
    <name>reveille::DetailsPane</name>
    <message>
        <source>Details of the chosen job</source>
        <translation>所选任务的详情</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>接下来的运行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>reveille::DurationEdit</name>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
</context>
<context>
    <name>reveille::EmptyPage</name>
    <message>
        <source>There are no jobs yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Start with one of these, or make your own with New job.</source>
        <translation>请从以下任务开始，或用“新建任务”自行创建。</translation>
    </message>
    <message>
        <source>Wake up on weekdays at 06:30</source>
        <translation>每个工作日 06:30 叫我起床</translation>
    </message>
    <message>
        <source>A reminder with a bell</source>
        <translation>带铃声的提醒</translation>
    </message>
    <message>
        <source>Wake up</source>
        <translation>起床</translation>
    </message>
    <message>
        <source>Good morning!</source>
        <translation>早上好！</translation>
    </message>
    <message>
        <source>Run a command every night</source>
        <translation>每晚运行一个命令</translation>
    </message>
    <message>
        <source>You hear of it only if it fails</source>
        <translation>只在失败时通知您</translation>
    </message>
    <message>
        <source>Nightly command</source>
        <translation>每晚命令</translation>
    </message>
    <message>
        <source>Request a web page every ten minutes</source>
        <translation>每十分钟请求一个网页</translation>
    </message>
    <message>
        <source>To keep a site awake, or to see that it answers</source>
        <translation>使网站保持活跃，或确认它有响应</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
</context>
<context>
    <name>reveille::EveryPage</name>
    <message>
        <source>Counted from</source>
        <translation>起算时间</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>Every so many</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>E&amp;very:</source>
        <translation>间隔(&amp;V)：</translation>
    </message>
    <message>
        <source>Without a start, the first run is one step from now.</source>
        <translation>未指定开始时，首次运行在一个间隔之后。</translation>
    </message>
    <message>
        <source>Enter how much time lies between two runs</source>
        <translation>请输入两次运行之间的时间</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>开始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>结束(&amp;E)：</translation>
    </message>
</context>
<context>
    <name>reveille::FieldForm</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>reveille::FirePreview</name>
    <message>
        <source>The schedule in words</source>
        <translation>计划的文字说明</translation>
    </message>
    <message>
        <source>The next runs</source>
        <translation>接下来的运行</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The next runs appear here.</source>
        <translation>接下来的运行将显示在这里。</translation>
    </message>
    <message>
        <source>It never fires from now on.</source>
        <translation>今后不会再触发。</translation>
    </message>
    <message>
        <source>Next runs, in the time of %1:</source>
        <translation>接下来的运行 (%1 时间)：</translation>
    </message>
</context>
<context>
    <name>reveille::FreedesktopNotifications</name>
    <message>
        <source>There is no session bus</source>
        <translation>没有会话总线</translation>
    </message>
</context>
<context>
    <name>reveille::Headless</name>
    <message>
        <source>There are no jobs yet. Add one from another terminal:
  reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation>还没有任务。请在另一个终端中添加：
  reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</translation>
    </message>
</context>
<context>
    <name>reveille::HttpPage</name>
    <message>
        <source>Longest time it may take</source>
        <translation>允许的最长用时</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>标头(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Body:</source>
        <translation>正文(&amp;B)：</translation>
    </message>
    <message>
        <source>E&amp;xpected status:</source>
        <translation>预期状态(&amp;X)：</translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation>时间限制(&amp;I)：</translation>
    </message>
    <message>
        <source>Each line must read Name: value</source>
        <translation>每行必须写成 Name: value</translation>
    </message>
</context>
<context>
    <name>reveille::InstanceServer</name>
    <message>
        <source>The folder %1 is not private</source>
        <translation>文件夹 %1 不是私有的</translation>
    </message>
    <message>
        <source>The local socket %1 can&apos;t be opened: %2</source>
        <translation>无法打开本地套接字 %1：%2</translation>
    </message>
</context>
<context>
    <name>reveille::JobActions</name>
    <message>
        <source>&amp;New job…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>Make a new job</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit the chosen job</source>
        <translation>编辑所选任务</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>创建副本(&amp;U)…</translation>
    </message>
    <message>
        <source>Make a new job like the chosen one</source>
        <translation>仿照所选任务新建任务</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen jobs; Undo brings them back</source>
        <translation>删除所选任务；可用“撤销”恢复</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>立即运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the chosen jobs now, whatever their schedule</source>
        <translation>立即运行所选任务，不管其计划</translation>
    </message>
    <message>
        <source>End the &amp;active run</source>
        <translation>结束当前运行(&amp;A)</translation>
    </message>
    <message>
        <source>End the run that is active now</source>
        <translation>结束当前正在进行的运行</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>继续(&amp;P)</translation>
    </message>
    <message>
        <source>Let the chosen jobs go on</source>
        <translation>让所选任务继续</translation>
    </message>
    <message>
        <source>Pause the chosen jobs</source>
        <translation>暂停所选任务</translation>
    </message>
</context>
<context>
    <name>reveille::JobDesk</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (副本)</translation>
    </message>
    <message>
        <source>“%1” waits for the machine %2, which runs it</source>
        <translation>“%1”正在等待运行它的机器 %2</translation>
    </message>
</context>
<context>
    <name>reveille::JobEditor</name>
    <message>
        <source>New job</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation>编辑任务</translation>
    </message>
    <message>
        <source>What to call it; by default taken from what it does</source>
        <translation>任务的名称；默认取自其操作</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>更多选项(&amp;O)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>保存 (%1)</translation>
    </message>
    <message>
        <source>This schedule never fires from now on</source>
        <translation>此计划今后不会再触发</translation>
    </message>
</context>
<context>
    <name>reveille::JobEdits</name>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation>
            <numerusform>删除 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause “%1”</source>
        <translation>暂停“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n jobs</source>
        <translation>
            <numerusform>暂停 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume “%1”</source>
        <translation>继续“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Resume %n jobs</source>
        <translation>
            <numerusform>继续 %n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::JobModel</name>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>On</source>
        <comment>column: the job is not paused</comment>
        <translation>启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>In</source>
        <comment>column: time left until the next run</comment>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n in a row)</source>
        <translation>
            <numerusform>%1 (连续 %n 次)</numerusform>
        </translation>
    </message>
    <message>
        <source>This job is paused.</source>
        <translation>此任务已暂停。</translation>
    </message>
    <message>
        <source>This job is on.</source>
        <translation>此任务已启用。</translation>
    </message>
</context>
<context>
    <name>reveille::JobPage</name>
    <message>
        <source>No job matches.</source>
        <translation>没有匹配的任务。</translation>
    </message>
</context>
<context>
    <name>reveille::JobSidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>任务分组</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Web requests</source>
        <translation>网页请求</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>reveille::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>reveille::KeptSchedulePage</name>
    <message>
        <source>Schedule:</source>
        <translation>计划：</translation>
    </message>
    <message>
        <source>This schedule was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation>此计划在别处创建，将保持原样。选择其他类型即可替换它。</translation>
    </message>
</context>
<context>
    <name>reveille::KeptTaskPage</name>
    <message>
        <source>Task:</source>
        <translation>操作：</translation>
    </message>
    <message>
        <source>This task was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation>此操作在别处创建，将保持原样。选择其他类型即可替换它。</translation>
    </message>
</context>
<context>
    <name>reveille::MainWindow</name>
    <message>
        <source>Reveille</source>
        <translation>Reveille</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Reveille</source>
        <translation>关于 Reveille(&amp;A)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>搜索 (%1)</translation>
    </message>
    <message>
        <source>Resume a&amp;ll</source>
        <translation>全部继续(&amp;L)</translation>
    </message>
    <message>
        <source>Pause a&amp;ll</source>
        <translation>全部暂停(&amp;L)</translation>
    </message>
    <message>
        <source>About Reveille</source>
        <translation>关于 Reveille</translation>
    </message>
    <message>
        <source>Reveille %1

A desktop scheduler: reminders, commands and web requests, on time.
MIT licence</source>
        <translation>Reveille %1

桌面调度器：准时执行提醒、命令和网页请求。
MIT 许可证</translation>
    </message>
</context>
<context>
    <name>reveille::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>reveille::NotificationCenter</name>
    <message>
        <source>Snooze 10 minutes</source>
        <translation>10 分钟后再提醒</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open output</source>
        <translation>打开输出</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation>%1 已恢复正常</translation>
    </message>
    <message>
        <source>%1 has run</source>
        <translation>%1 已运行</translation>
    </message>
    <message>
        <source>%1 was missed</source>
        <translation>%1 已错过</translation>
    </message>
    <message>
        <source>There is no way to show a notification here</source>
        <translation>这里无法显示通知</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n 条通知</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 等</translation>
    </message>
</context>
<context>
    <name>reveille::OncePage</name>
    <message>
        <source>&amp;Date and time:</source>
        <translation>日期和时间(&amp;D)：</translation>
    </message>
</context>
<context>
    <name>reveille::OptionsPane</name>
    <message>
        <source>home, backup</source>
        <translation>家里, 备份</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>标签(&amp;G)：</translation>
    </message>
    <message>
        <source>Keep the job in the list</source>
        <translation>在列表中保留任务</translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation>移除任务</translation>
    </message>
    <message>
        <source>After the last run:</source>
        <translation>最后一次运行后：</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>a missed run</source>
        <translation>错过运行</translation>
    </message>
    <message>
        <source>recovery after errors</source>
        <translation>错误后恢复</translation>
    </message>
    <message>
        <source>Notify on: %1</source>
        <translation>通知时机：%1</translation>
    </message>
    <message>
        <source>Notify on:</source>
        <translation>通知时机：</translation>
    </message>
    <message>
        <source>Only from this failure in a row:</source>
        <translation>从连续第几次失败起：</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Delay before the first retry</source>
        <translation>首次重试前的延迟</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Retries after an error:</source>
        <translation>出错后重试次数：</translation>
    </message>
    <message>
        <source>First retry after:</source>
        <translation>首次重试延迟：</translation>
    </message>
    <message>
        <source>Each later one after:</source>
        <translation>之后每次延迟：</translation>
    </message>
    <message>
        <source>That many times the delay before.</source>
        <translation>前一次延迟的倍数。</translation>
    </message>
    <message>
        <source>Run it unless it is later than usual for its kind</source>
        <translation>运行，除非迟于此类任务的通常限度</translation>
    </message>
    <message>
        <source>Run it if it is late at most</source>
        <translation>迟到不超过此时间则运行</translation>
    </message>
    <message>
        <source>Run it however late it is</source>
        <translation>无论多迟都运行</translation>
    </message>
    <message>
        <source>Misfire grace time</source>
        <translation>错过宽限时间</translation>
    </message>
    <message>
        <source>Run once, for the latest</source>
        <translation>运行一次，按最近的</translation>
    </message>
    <message>
        <source>Run once, for the earliest</source>
        <translation>运行一次，按最早的</translation>
    </message>
    <message>
        <source>Run each of them</source>
        <translation>逐次运行</translation>
    </message>
    <message>
        <source>Random delay up to</source>
        <translation>随机延迟上限</translation>
    </message>
    <message>
        <source>When a run is late:</source>
        <translation>运行迟到时：</translation>
    </message>
    <message>
        <source>When several are late:</source>
        <translation>多次运行迟到时：</translation>
    </message>
    <message>
        <source>Random delay up to:</source>
        <translation>随机延迟上限：</translation>
    </message>
    <message>
        <source>Skip the new run</source>
        <translation>跳过新的运行</translation>
    </message>
    <message>
        <source>Let the new run wait</source>
        <translation>让新的运行等待</translation>
    </message>
    <message>
        <source>End the old run</source>
        <translation>结束旧的运行</translation>
    </message>
    <message>
        <source>Run both</source>
        <translation>同时运行</translation>
    </message>
    <message>
        <source>While it is still running:</source>
        <translation>仍在运行时：</translation>
    </message>
    <message>
        <source>Runs at the same time:</source>
        <translation>最大并行数：</translation>
    </message>
    <message>
        <source>Any machine</source>
        <translation>任何机器</translation>
    </message>
    <message>
        <source>Runs on:</source>
        <translation>运行于：</translation>
    </message>
    <message>
        <source>The name of a machine. A new reminder without one rings on this machine.</source>
        <translation>机器的名称。新提醒若不填写，则在本机响起。</translation>
    </message>
</context>
<context>
    <name>reveille::OutputPane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>End this run</source>
        <translation>结束此次运行</translation>
    </message>
    <message>
        <source>Output of the run</source>
        <translation>此次运行的输出</translation>
    </message>
    <message>
        <source>Copy the whole output</source>
        <translation>复制全部输出</translation>
    </message>
    <message>
        <source>Choose a run in the history to see its output.</source>
        <translation>在历史中选择一次运行以查看其输出。</translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation> (代码 %1)</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>还没有输出。</translation>
    </message>
    <message>
        <source>No output.</source>
        <translation>没有输出。</translation>
    </message>
    <message>
        <source>(The output was longer; its middle was left out.)</source>
        <translation>(输出过长，已略去中间部分。)</translation>
    </message>
</context>
<context>
    <name>reveille::OverviewPane</name>
    <message numerus="yes">
        <source>up to %n retries</source>
        <translation>
            <numerusform>最多重试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>runs up to %1 late</source>
        <translation>最多可迟 %1 运行</translation>
    </message>
    <message>
        <source>with a random delay of up to %1</source>
        <translation>随机延迟最多 %1</translation>
    </message>
    <message>
        <source>skips a run while another is active</source>
        <translation>另一次运行进行时跳过</translation>
    </message>
    <message>
        <source>waits while another run is active</source>
        <translation>另一次运行进行时等待</translation>
    </message>
    <message>
        <source>ends an older run that is still active</source>
        <translation>结束仍在进行的旧运行</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Status:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Does:</source>
        <translation>操作：</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>计划：</translation>
    </message>
    <message>
        <source>Next run:</source>
        <translation>下次运行：</translation>
    </message>
    <message>
        <source>Last run:</source>
        <translation>上次运行：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>标签：</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>连续失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — in %2</source>
        <translation>%1 — 剩余时间：%2</translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation> (代码 %1)</translation>
    </message>
    <message>
        <source>Runs on:</source>
        <translation>运行于：</translation>
    </message>
    <message>
        <source>%1 (this machine)</source>
        <translation>%1（本机）</translation>
    </message>
</context>
<context>
    <name>reveille::ProcessPoolExecutor</name>
    <message>
        <source>The executor “%1” calls functions in other processes, and can send them only the name of a registered one</source>
        <translation>执行器“%1”在其他进程中调用函数，只能传送已注册函数的名称</translation>
    </message>
</context>
<context>
    <name>reveille::ReminderPage</name>
    <message>
        <source>Ring a bell</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Volume in percent</source>
        <translation>音量百分比</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>消息(&amp;M)：</translation>
    </message>
    <message>
        <source>So&amp;und:</source>
        <translation>声音(&amp;U)：</translation>
    </message>
</context>
<context>
    <name>reveille::ReminderWindow</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>reveille::RunModel</name>
    <message>
        <source>Started by hand</source>
        <translation>手动启动</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: exit code of a command or HTTP status</comment>
        <translation>代码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n fire times from %1 to %2</source>
        <translation>
            <numerusform>从 %1 至 %2 的 %n 个触发时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::RunView</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>reveille::ScheduleDialog</name>
    <message>
        <source>Add a schedule</source>
        <translation>添加计划</translation>
    </message>
    <message>
        <source>Edit the schedule</source>
        <translation>编辑计划</translation>
    </message>
    <message>
        <source>This schedule never fires from now on</source>
        <translation>此计划今后不会再触发</translation>
    </message>
</context>
<context>
    <name>reveille::SchedulePane</name>
    <message>
        <source>When it runs</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>时区(&amp;Z)：</translation>
    </message>
</context>
<context>
    <name>reveille::SettingsDialog</name>
    <message>
        <source>&amp;Closing the window leaves Reveille in the tray</source>
        <translation>关闭窗口时将 Reveille 留在系统托盘(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start without showing the window</source>
        <translation>启动时不显示窗口(&amp;S)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when Reveille starts the next time.</source>
        <translation>语言将在 Reveille 下次启动时更改。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>reveille::StatusLine</name>
    <message>
        <source>The scheduler is stopped</source>
        <translation>调度器已停止</translation>
    </message>
    <message>
        <source>The scheduler is running</source>
        <translation>调度器正在运行</translation>
    </message>
    <message>
        <source>The scheduler is paused</source>
        <translation>调度器已暂停</translation>
    </message>
    <message>
        <source>The store of the jobs: %1</source>
        <translation>任务存储：%1</translation>
    </message>
    <message>
        <source>Next run: %1, %2</source>
        <translation>下次运行：%1，%2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有响应</translation>
    </message>
    <message>
        <source>What is due waits until the store answers again: %1</source>
        <translation>到期的运行会等到存储恢复响应：%1</translation>
    </message>
</context>
<context>
    <name>reveille::StepSpan</name>
    <message>
        <source>at minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>From this hour on</source>
        <translation>从此小时起</translation>
    </message>
    <message>
        <source>To the end of this hour</source>
        <translation>到此小时结束</translation>
    </message>
    <message>
        <source>Minute of the hour to begin with</source>
        <translation>每小时从第几分钟开始</translation>
    </message>
    <message>
        <source>from</source>
        <comment>an hour</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>an hour</comment>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>reveille::TaskPane</name>
    <message>
        <source>What it does</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>reveille::TimeList</name>
    <message>
        <source>Add a time</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Remove the last time</source>
        <translation>移除最后一个时间</translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation>时间 %1</translation>
    </message>
</context>
<context>
    <name>reveille::TrayIcon</name>
    <message>
        <source>&amp;Open Reveille</source>
        <translation>打开 Reveille(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New reminder…</source>
        <translation>新建提醒(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Reveille goes on in the tray</source>
        <translation>Reveille 继续在系统托盘中运行</translation>
    </message>
    <message>
        <source>Jobs run while the window is closed. Quit from the menu of this icon.</source>
        <translation>窗口关闭后任务照常运行。请从此图标的菜单退出。</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>全部继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Reveille: paused</source>
        <translation>Reveille：已暂停</translation>
    </message>
    <message>
        <source>Reveille: some jobs are failing</source>
        <translation>Reveille：有任务失败</translation>
    </message>
    <message>
        <source>Reveille</source>
        <translation>Reveille</translation>
    </message>
    <message>
        <source>Nothing runs in the next 24 hours.</source>
        <translation>未来 24 小时内没有要运行的任务。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::WorkerProcess</name>
    <message>
        <source>The answer of the worker process could not be understood</source>
        <translation>无法理解工作进程的回应</translation>
    </message>
    <message>
        <source>The worker process did not report; does main() call runWorkerIfAsked()?</source>
        <translation>工作进程没有报到；main() 调用 runWorkerIfAsked() 了吗？</translation>
    </message>
    <message>
        <source>This is a worker process itself; does main() call runWorkerIfAsked()?</source>
        <translation>这本身就是工作进程；main() 调用 runWorkerIfAsked() 了吗？</translation>
    </message>
    <message>
        <source>The worker process could not be started: %1</source>
        <translation>无法启动工作进程：%1</translation>
    </message>
    <message>
        <source>“%1” is no worker process; does main() call runWorkerIfAsked()?</source>
        <translation>“%1”不是工作进程；main() 调用 runWorkerIfAsked() 了吗？</translation>
    </message>
    <message>
        <source>The worker process was ended by signal %1 (%2)</source>
        <translation>工作进程被信号 %1（%2）终止</translation>
    </message>
    <message>
        <source>The worker process ended by itself with exit code %1</source>
        <translation>工作进程自行结束，退出代码 %1</translation>
    </message>
</context>
<context>
    <name>reveille::ZoneCombo</name>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>ActiveSpan</name>
    <message>
        <source>the end lies before the start</source>
        <translation>結束早於開始</translation>
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
        <translation>%1與%2</translation>
    </message>
    <message>
        <source>When %1 coincide</source>
        <translation>當%1同時到點時</translation>
    </message>
</context>
<context>
    <name>CalendarIntervalTrigger</name>
    <message>
        <source>a step of at least one day is needed, in years, months, weeks or days</source>
        <translation>至少需要一天的間隔，以年、月、週或天為單位</translation>
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
            <numerusform>每 %n 個月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>每 %n 週</numerusform>
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
            <numerusform>%n 週</numerusform>
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
        <translation>間隔超過 200 年</translation>
    </message>
</context>
<context>
    <name>ChildTriggers</name>
    <message>
        <source>triggers are nested more than %1 deep</source>
        <translation>觸發器巢狀超過 %1 層</translation>
    </message>
    <message>
        <source>%1 (in trigger %2 of %3)</source>
        <translation>%1（第 %2 個觸發器，共 %3 個）</translation>
    </message>
    <message>
        <source>a list of triggers is needed</source>
        <translation>需要觸發器清單</translation>
    </message>
    <message>
        <source>these are more than %1 triggers in all</source>
        <translation>觸發器總數超過 %1 個</translation>
    </message>
    <message>
        <source>trigger %1 of %2 must be an object</source>
        <translation>第 %1 個觸發器（共 %2 個）必須是物件</translation>
    </message>
</context>
<context>
    <name>ClockNote</name>
    <message>
        <source>clocks go forward: runs at %1</source>
        <translation>時鐘撥快：於 %1 執行</translation>
    </message>
    <message>
        <source>clocks go back: %1 comes a second time</source>
        <translation>時鐘撥慢：%1 第二次到來</translation>
    </message>
    <message>
        <source>clocks go back: runs the first time %1 comes</source>
        <translation>時鐘撥慢：%1 第一次到來時執行</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Print JSON</source>
        <translation>輸出 JSON</translation>
    </message>
    <message>
        <source>Run jobs without a window until SIGINT or SIGTERM, one line an event</source>
        <translation>不開視窗執行工作，直到收到 SIGINT 或 SIGTERM；每個事件一行</translation>
    </message>
    <message>
        <source>End by itself at this instant</source>
        <translation>在此時刻自行結束</translation>
    </message>
    <message>
        <source>End by itself after this time: 90, 90s, 10m, 2h, 1d</source>
        <translation>經過此時間後自行結束：90、90s、10m、2h、1d</translation>
    </message>
    <message>
        <source>List the jobs</source>
        <translation>列出工作</translation>
    </message>
    <message>
        <source>Add jobs; all of them or none</source>
        <translation>新增工作；不是全部新增，就是都不新增</translation>
    </message>
    <message>
        <source>Read them from standard input: an array, or one job a line</source>
        <translation>從標準輸入讀取：一個陣列，或每行一個工作</translation>
    </message>
    <message>
        <source>Remove jobs; their history stays</source>
        <translation>移除工作；保留其歷史</translation>
    </message>
    <message>
        <source>Pause jobs</source>
        <translation>暫停工作</translation>
    </message>
    <message>
        <source>Resume jobs</source>
        <translation>繼續工作</translation>
    </message>
    <message>
        <source>Run jobs now, whatever their schedule</source>
        <translation>立即執行工作，不論其排程</translation>
    </message>
    <message>
        <source>List runs, the newest first</source>
        <translation>列出執行，最新的在前</translation>
    </message>
    <message>
        <source>Only of this job</source>
        <translation>僅限此工作</translation>
    </message>
    <message>
        <source>Only those scheduled at or after this instant</source>
        <translation>僅限排定時間不早於此時刻的</translation>
    </message>
    <message>
        <source>Only those scheduled at or before this instant</source>
        <translation>僅限排定時間不晚於此時刻的</translation>
    </message>
    <message>
        <source>Only those that ended so: success, error, timeout, missed, skipped, cancelled, interrupted</source>
        <translation>僅限結果為此的：success、error、timeout、missed、skipped、cancelled、interrupted</translation>
    </message>
    <message>
        <source>At most so many (100)</source>
        <translation>最多這麼多個 (100)</translation>
    </message>
    <message>
        <source>Print the next fire times of a trigger</source>
        <translation>輸出觸發器接下來的觸發時間</translation>
    </message>
    <message>
        <source>Those after this instant (now)</source>
        <translation>此時刻之後的 (現在)</translation>
    </message>
    <message>
        <source>So many (5)</source>
        <translation>個數 (5)</translation>
    </message>
    <message>
        <source>Answer one JSON object a line: {&quot;trigger&quot;: {...}, &quot;after&quot;: &quot;...&quot;, &quot;count&quot;: 5}</source>
        <translation>每行回答一個 JSON 物件：{&quot;trigger&quot;: {...}, &quot;after&quot;: &quot;...&quot;, &quot;count&quot;: 5}</translation>
    </message>
    <message>
        <source>debug, info, warning or error (warning)</source>
        <translation>debug、info、warning 或 error (warning)</translation>
    </message>
    <message>
        <source>Append log messages to this file instead of stderr</source>
        <translation>將記錄訊息附加到此檔案，而非標準錯誤輸出</translation>
    </message>
    <message>
        <source>Print this help; after a verb, the verb&apos;s</source>
        <translation>輸出此說明；在子指令之後則輸出該子指令的說明</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>輸出版本</translation>
    </message>
    <message>
        <source>there is no such verb; see reveille --help</source>
        <translation>沒有這個子指令；請參閱 reveille --help</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>啟動至系統匣</translation>
    </message>
    <message>
        <source>it takes the arguments %1; see reveille %2 --help</source>
        <translation>它接受的引數為 %1；請參閱 reveille %2 --help</translation>
    </message>
    <message>
        <source>Usage: reveille %1 %2</source>
        <translation>用法：reveille %1 %2</translation>
    </message>
    <message>
        <source>Everywhere:</source>
        <translation>通用選項：</translation>
    </message>
    <message>
        <source>Usage: reveille [VERB [ARGUMENT...]] [OPTION...]
A desktop scheduler: reminders, commands and web requests, on time.
Without a verb it opens the window, or raises the one that is open; without a display it runs jobs as “run” does.

Verbs:
</source>
        <translation>用法：reveille [VERB [ARGUMENT...]] [OPTION...]
桌面排程器：準時執行提醒、指令和網頁請求。
不帶子指令時開啟視窗，或將已開啟的視窗提到最前；沒有顯示器時如同「run」執行工作。

子指令：
</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>選項：</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 it failed, 2 wrong usage. Messages go to stderr.
A job: reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation>結束碼：0 完成，1 失敗，2 用法錯誤。訊息寫到標準錯誤輸出。
工作範例：reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</translation>
    </message>
    <message>
        <source>The job store: sqlite:FILE, memory:, postgresql:// or mysql:// (REVEILLE_STORE, else sqlite: in your data folder)</source>
        <translation>工作儲存庫：sqlite:FILE、memory:、postgresql:// 或 mysql://（REVEILLE_STORE，否則為您的資料目錄中的 sqlite:）</translation>
    </message>
    <message>
        <source>Say whether the store&apos;s file is damaged; set a damaged one aside</source>
        <translation>檢查儲存庫檔案是否已損壞；將損壞的檔案移到一旁</translation>
    </message>
    <message>
        <source>Put its newest backup in its place</source>
        <translation>以其最新的備份取代</translation>
    </message>
    <message>
        <source>Put an empty store in its place</source>
        <translation>以空的儲存庫取代</translation>
    </message>
    <message>
        <source>End runs that are under way and take back those that wait; “history” has their ids</source>
        <translation>結束進行中的執行，收回等待中的執行；其 ID 見「history」</translation>
    </message>
</context>
<context>
    <name>CommandRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation>耗時超過 %1 秒</translation>
    </message>
    <message>
        <source>The working directory “%1” does not exist</source>
        <translation>工作目錄「%1」不存在</translation>
    </message>
    <message>
        <source>The program “%1” was not found</source>
        <translation>找不到程式「%1」</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be executed</source>
        <translation>無法執行「%1」</translation>
    </message>
    <message>
        <source>“%1” could not be started: %2</source>
        <translation>無法啟動「%1」：%2</translation>
    </message>
    <message>
        <source>It was ended by the signal %1</source>
        <translation>被訊號 %1 終止</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>結束碼 %1</translation>
    </message>
</context>
<context>
    <name>CommandTask</name>
    <message>
        <source>Give either a program or a command line</source>
        <translation>請給出程式或指令列，二者擇一</translation>
    </message>
    <message>
        <source>A command needs a program or a command line</source>
        <translation>指令需要程式或指令列</translation>
    </message>
    <message>
        <source>Arguments belong to a program; write those of a command line into it</source>
        <translation>引數屬於程式；指令列的引數請直接寫在指令列中</translation>
    </message>
    <message>
        <source>A shell takes a command line, not a program</source>
        <translation>Shell 接受指令列，而非程式</translation>
    </message>
    <message>
        <source>The command line is empty</source>
        <translation>指令列是空的</translation>
    </message>
    <message>
        <source>“%1” is no absolute path</source>
        <translation>「%1」不是絕對路徑</translation>
    </message>
    <message>
        <source>“%1” is no variable with a text</source>
        <translation>「%1」不是值為文字的變數</translation>
    </message>
</context>
<context>
    <name>Cron</name>
    <message>
        <source>allowed are %1 to %2</source>
        <translation>允許 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 or %2 to %3</source>
        <translation>%1 或 %2 至 %3</translation>
    </message>
    <message>
        <source>the number is out of range; %1</source>
        <translation>數字超出範圍；%1</translation>
    </message>
    <message>
        <source>a value is missing; %1</source>
        <translation>缺少值；%1</translation>
    </message>
    <message>
        <source>“%1” is not understood; %2</source>
        <translation>無法理解「%1」；%2</translation>
    </message>
    <message>
        <source>a step is missing after “/”</source>
        <translation>「/」之後缺少間隔</translation>
    </message>
    <message>
        <source>a step of 0 never moves on; steps begin at 1</source>
        <translation>間隔為 0 則永不前進；間隔至少為 1</translation>
    </message>
    <message>
        <source>the step is longer than its range; at most %1 fits</source>
        <translation>間隔超出其範圍；最大為 %1</translation>
    </message>
    <message>
        <source>“%1” must be followed by a space and a weekday, mon to sun</source>
        <translation>「%1」之後必須是空格和星期 (mon 至 sun)</translation>
    </message>
    <message>
        <source>“#” must be followed by a number from 1 to 5</source>
        <translation>「#」之後必須是 1 至 5 的數字</translation>
    </message>
    <message>
        <source>at least one field is needed: %1, or crontab</source>
        <translation>至少需要一個欄位：%1，或 crontab</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, @midnight and @hourly</source>
        <translation>未知的「%1」；允許的有 @yearly、@annually、@monthly、@weekly、@daily、@midnight 和 @hourly</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first</source>
        <translation>
            <numerusform>有 %n 個欄位；需要 5 個 (分、時、日、月、星期)，或以秒開頭的 6 個</numerusform>
        </translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>第 %1 個字元：%2</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <comment>numbers, other forms</comment>
        <translation>%1，以及 %2</translation>
    </message>
    <message>
        <source>“%1” is left over; %2</source>
        <translation>「%1」是多餘的；%2</translation>
    </message>
    <message>
        <source>the range ends before it begins; only months and weekdays go round</source>
        <translation>範圍的終點在起點之前；只有月份和星期可以循環</translation>
    </message>
    <message>
        <source>nothing may follow %1</source>
        <translation>%1 之後不能再有內容</translation>
    </message>
</context>
<context>
    <name>CronPlan</name>
    <message>
        <source>Choose at least one month</source>
        <translation>請至少選擇一個月份</translation>
    </message>
    <message>
        <source>Choose at least one weekday</source>
        <translation>請至少選擇一個星期幾</translation>
    </message>
    <message>
        <source>Choose at least one day of the month</source>
        <translation>請至少選擇每月的一天</translation>
    </message>
    <message>
        <source>Choose which of them in the month</source>
        <translation>請選擇是當月的第幾個</translation>
    </message>
    <message>
        <source>These times must share their minutes, such as 06:30 and 18:30; “Combined” joins schedules with other times</source>
        <translation>這些時間的分鐘數必須相同，例如 06:30 和 18:30；其他時間可用「組合」合併多個排程</translation>
    </message>
</context>
<context>
    <name>CronTrigger</name>
    <message>
        <source>a crontab line and fields exclude each other</source>
        <translation>crontab 行與各欄位不能同時使用</translation>
    </message>
    <message>
        <source>must be a text or a whole number</source>
        <translation>必須是文字或整數</translation>
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
        <translation>每小時</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s) from %1 to %2</source>
        <translation>
            <numerusform>從 %1 至 %2 每 %n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s) from %1 to %2</source>
        <translation>
            <numerusform>從 %1 至 %2 每 %n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>第一個%1</translation>
    </message>
    <message>
        <source>the second %1</source>
        <translation>第二個%1</translation>
    </message>
    <message>
        <source>the third %1</source>
        <translation>第三個%1</translation>
    </message>
    <message>
        <source>the fourth %1</source>
        <translation>第四個%1</translation>
    </message>
    <message>
        <source>the fifth %1</source>
        <translation>第五個%1</translation>
    </message>
    <message>
        <source>the weekday (Monday to Friday) nearest to day %1</source>
        <translation>最接近%1日的工作日</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最後一天</translation>
    </message>
    <message>
        <source>the last weekday (Monday to Friday)</source>
        <translation>最後一個工作日</translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation>最後一個%1</translation>
    </message>
    <message>
        <source>every weekday</source>
        <translation>每個工作日</translation>
    </message>
    <message>
        <source>every Saturday and Sunday</source>
        <translation>每個星期六和星期日</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每個%1</translation>
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
        <translation>%1 (僅限%2)</translation>
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
        <translation>每分鐘</translation>
    </message>
    <message numerus="yes">
        <source>the minute(s) %1</source>
        <translation>
            <numerusform>第 %1 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the hour(s) %1</source>
        <translation>
            <numerusform>%1 點</numerusform>
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
            <numerusform>%1內每 %n 分鐘</numerusform>
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
        <translation>%1（僅當為%2）</translation>
    </message>
    <message>
        <source>%1 and later</source>
        <comment>a year</comment>
        <translation>%1年及以後各</translation>
    </message>
    <message>
        <source>no year before 2200</source>
        <translation>2200年以前沒有的</translation>
    </message>
    <message numerus="yes">
        <source>%1 in the calendar week(s) %2</source>
        <translation>
            <numerusform>第 %2 週的%1</numerusform>
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
        <translation>工作處理程序沒有函式「%1」</translation>
    </message>
    <message>
        <source>The function threw an exception without a text</source>
        <translation>函式擲出了沒有說明的例外</translation>
    </message>
    <message>
        <source>The function threw something that is no std::exception</source>
        <translation>函式擲出的不是 std::exception</translation>
    </message>
    <message>
        <source>It took longer than %1 s</source>
        <translation>耗時超過 %1 秒</translation>
    </message>
    <message>
        <source>A job with a function of its own can&apos;t name another</source>
        <translation>自帶函式的工作不能再指定另一個函式</translation>
    </message>
    <message>
        <source>The name of a registered function is needed</source>
        <translation>需要已註冊函式的名稱</translation>
    </message>
    <message>
        <source>The function “%1” is not registered; none is</source>
        <translation>函式「%1」未註冊；沒有任何已註冊的函式</translation>
    </message>
    <message>
        <source>The function “%1” is not registered; there are %2</source>
        <translation>函式「%1」未註冊；已註冊的有 %2</translation>
    </message>
</context>
<context>
    <name>HostName</name>
    <message>
        <source>“%1” is no name of a machine</source>
        <translation>「%1」不是機器的名稱</translation>
    </message>
</context>
<context>
    <name>HttpRun</name>
    <message>
        <source>It took longer than %1 s</source>
        <translation>耗時超過 %1 秒</translation>
    </message>
    <message>
        <source>Redirected more than %1 times</source>
        <translation>重新導向超過 %1 次</translation>
    </message>
    <message>
        <source>Redirected to %1, which is not safe to follow</source>
        <translation>被重新導向至 %1，繼續前往並不安全</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 狀態 %1</translation>
    </message>
</context>
<context>
    <name>HttpTask</name>
    <message>
        <source>A web request needs an address</source>
        <translation>網頁請求需要網址</translation>
    </message>
    <message>
        <source>“%1” is no web address; it begins with http:// or https://</source>
        <translation>「%1」不是網址；網址以 http:// 或 https:// 開頭</translation>
    </message>
    <message>
        <source>“%1” is no header with a text of one line</source>
        <translation>「%1」不是值為單行文字的標頭</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>The running Reveille does not answer: %1</source>
        <translation>執行中的 Reveille 沒有回應：%1</translation>
    </message>
</context>
<context>
    <name>IntervalTrigger</name>
    <message>
        <source>an interval of at least 0.001 seconds is needed, in weeks, days, hours, minutes or seconds</source>
        <translation>需要至少 0.001 秒的間隔，以週、天、小時、分鐘或秒表示</translation>
    </message>
    <message>
        <source>the interval is longer than 200 years</source>
        <translation>間隔超過 200 年</translation>
    </message>
    <message>
        <source>Every %1 seconds</source>
        <translation>每 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>每 %n 週</numerusform>
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
            <numerusform>每 %n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分鐘</numerusform>
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
        <translation>首次觸發時間將晚於 2199 年</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>is longer than %n character(s)</source>
        <translation>
            <numerusform>超過 %n 個字元</numerusform>
        </translation>
    </message>
    <message>
        <source>has a control character</source>
        <translation>含有控制字元</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的「%1」；允許的有 %2</translation>
    </message>
    <message>
        <source>a task is needed</source>
        <translation>需要動作</translation>
    </message>
    <message>
        <source>Once, when it was added</source>
        <translation>一次，新增時</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Scheduled</source>
        <translation>已排程</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已損壞</translation>
    </message>
</context>
<context>
    <name>JobStore</name>
    <message>
        <source>The store is open already</source>
        <translation>儲存庫已經開啟</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Reveille</source>
        <translation>%1 由較新版本的 Reveille 寫入</translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation>儲存庫沒有開啟</translation>
    </message>
    <message>
        <source>The run has ended</source>
        <translation>此次執行已結束</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>The stored job is no JSON object: %1</source>
        <translation>儲存的工作不是 JSON 物件：%1</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>must be a text</source>
        <translation>必須是文字</translation>
    </message>
    <message>
        <source>must not contain a null character</source>
        <translation>不得含有空字元</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必須是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必須是數字</translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are %2 to %3</source>
        <translation>%1 超出範圍；允許 %2 至 %3</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 不是整數</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必須是文字清單</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必須是物件</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必須是清單</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的「%1」；允許的有 %2</translation>
    </message>
    <message>
        <source>this key is not known</source>
        <translation>未知的鍵</translation>
    </message>
</context>
<context>
    <name>Logging</name>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的「%1」；允許的有 %2</translation>
    </message>
    <message>
        <source>The log file %1 can&apos;t be written: %2</source>
        <translation>無法寫入記錄檔 %1：%2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Reveille is not running; the run starts when it does.
</source>
        <translation>Reveille 未在執行；它啟動後才會開始此次執行。
</translation>
    </message>
    <message>
        <source>a Reveille with a window has this store already (process %1)</source>
        <translation>已有具視窗的 Reveille 在使用此儲存庫 (行程 %1)</translation>
    </message>
    <message>
        <source>a Reveille without a window has this store already (process %1)</source>
        <translation>已有不具視窗的 Reveille 在使用此儲存庫 (行程 %1)</translation>
    </message>
    <message>
        <source>There is no display here; running without a window.
</source>
        <translation>這裡沒有顯示器；以無視窗方式執行。
</translation>
    </message>
</context>
<context>
    <name>MariaDb</name>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次執行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此內容：%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 未及時回應</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2</source>
        <translation>無法連線到 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>無法讀寫 %1：%2</translation>
    </message>
</context>
<context>
    <name>MemoryStore</name>
    <message>
        <source>There is no job “%1”</source>
        <translation>沒有工作「%1」</translation>
    </message>
    <message>
        <source>The store is open already</source>
        <translation>儲存庫已經開啟</translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation>儲存庫沒有開啟</translation>
    </message>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有工作「%1」</translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation>工作「%1」在此期間已被變更</translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次執行已在 %1 中</translation>
    </message>
</context>
<context>
    <name>NextVerb</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation>不是 JSON：%1 (位移 %2)</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必須是 JSON 物件</translation>
    </message>
    <message>
        <source>reveille next: a trigger is needed, or --stdin
</source>
        <translation>reveille next：需要觸發器，或 --stdin
</translation>
    </message>
</context>
<context>
    <name>NumberRanges</name>
    <message>
        <source>“%1” is no list of numbers and ranges from %2 to %3, such as “%4”</source>
        <translation>「%1」不是由 %2 至 %3 的數字和範圍組成的清單，例如「%4」</translation>
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
        <translation>此次執行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此內容：%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 未及時回應</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2</source>
        <translation>無法連線到 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>無法讀寫 %1：%2</translation>
    </message>
</context>
<context>
    <name>QtScheduler</name>
    <message>
        <source>There is no job “%1”</source>
        <translation>沒有工作「%1」</translation>
    </message>
    <message>
        <source>The job “%1” is broken: %2</source>
        <translation>工作「%1」已損壞：%2</translation>
    </message>
    <message>
        <source>The scheduler is not running</source>
        <translation>排程器未在執行</translation>
    </message>
    <message>
        <source>this trigger never fires: all its times lie in the past or do not exist</source>
        <translation>此觸發器永遠不會觸發：其時間都已過去或不存在</translation>
    </message>
    <message>
        <source>there is no job store “%1”</source>
        <translation>沒有工作儲存庫「%1」</translation>
    </message>
    <message>
        <source>there is no executor “%1”</source>
        <translation>沒有執行器「%1」</translation>
    </message>
    <message>
        <source>The job of this run does not exist any more</source>
        <translation>此次執行的工作已不存在</translation>
    </message>
    <message>
        <source>There is no such run</source>
        <translation>沒有這次執行</translation>
    </message>
    <message>
        <source>the trigger failed: %1</source>
        <translation>觸發器出錯：%1</translation>
    </message>
    <message>
        <source>There is no executor “%1”</source>
        <translation>沒有執行器「%1」</translation>
    </message>
    <message>
        <source>a function without a name lives in memory only; register it under a name for “%1”</source>
        <translation>沒有名稱的函式只能存在於記憶體中；要存入「%1」，請以名稱註冊它</translation>
    </message>
    <message>
        <source>There is already a job “%1” in another job store</source>
        <translation>另一個工作儲存庫中已有工作「%1」</translation>
    </message>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有工作「%1」</translation>
    </message>
    <message>
        <source>There is already a job store “%1”</source>
        <translation>已有工作儲存庫「%1」</translation>
    </message>
    <message>
        <source>There is already an executor “%1”</source>
        <translation>已有執行器「%1」</translation>
    </message>
    <message>
        <source>The executor “%1” has active runs</source>
        <translation>執行器「%1」還有正在進行的執行</translation>
    </message>
    <message>
        <source>The scheduler was started already</source>
        <translation>排程器已經啟動過</translation>
    </message>
    <message>
        <source>The scheduler has no job store</source>
        <translation>排程器沒有工作儲存庫</translation>
    </message>
    <message>
        <source>a job stays in its job store, here “%1”</source>
        <translation>工作不能離開其工作儲存庫，即「%1」</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必須是 JSON 物件</translation>
    </message>
    <message>
        <source>Pending jobs:</source>
        <translation>待加入的工作：</translation>
    </message>
    <message>
        <source>Job store %1:</source>
        <translation>工作儲存庫 %1：</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待加入</translation>
    </message>
    <message>
        <source>next run at: %1</source>
        <translation>下次執行：%1</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>沒有工作</translation>
    </message>
    <message>
        <source>The scheduler is stopped</source>
        <translation>排程器已停止</translation>
    </message>
    <message>
        <source>a job that runs at a given time needs a trigger</source>
        <translation>要在指定時間執行的工作需要觸發器</translation>
    </message>
    <message>
        <source>%1 does not answer; what it was asked before may still be done</source>
        <translation>%1 沒有回應；先前要求它做的事仍可能會完成</translation>
    </message>
    <message>
        <source>Runs of the job store %1 do not end; they were not waited for</source>
        <translation>工作儲存庫 %1 的執行沒有結束；未再等待</translation>
    </message>
    <message>
        <source>%1 is not open yet</source>
        <translation>%1 尚未開啟</translation>
    </message>
    <message>
        <source>The job store %1 does not answer; it was not waited for</source>
        <translation>工作儲存庫 %1 沒有回應；未再等待</translation>
    </message>
    <message>
        <source>The job store failed: %1</source>
        <translation>工作儲存庫發生錯誤：%1</translation>
    </message>
    <message>
        <source>it gave no answer</source>
        <translation>它沒有給出答覆</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a machine</comment>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <source>a job that is not to run is paused</source>
        <translation>不應執行的工作請暫停</translation>
    </message>
    <message>
        <source>the id of a job does not change</source>
        <translation>工作的 id 不能變更</translation>
    </message>
    <message>
        <source>The run is under way elsewhere</source>
        <translation>此次執行正在別處進行</translation>
    </message>
    <message>
        <source>This scheduler was made with its own stores and executors</source>
        <translation>此排程器由程式自行配備了工作儲存區和執行器</translation>
    </message>
</context>
<context>
    <name>QueueingExecutor</name>
    <message>
        <source>The executor “%1” does not know the task “%2”</source>
        <translation>執行器「%1」不認識動作「%2」</translation>
    </message>
    <message>
        <source>The task “%1” made no run</source>
        <translation>動作「%1」沒有產生執行</translation>
    </message>
</context>
<context>
    <name>ReminderTask</name>
    <message>
        <source>Nobody shows reminders now</source>
        <translation>目前無處顯示提醒</translation>
    </message>
    <message>
        <source>A reminder needs a message</source>
        <translation>提醒需要訊息</translation>
    </message>
</context>
<context>
    <name>RepairVerb</name>
    <message>
        <source>--restore-backup and --empty exclude each other</source>
        <translation>--restore-backup 和 --empty 不能同時使用</translation>
    </message>
    <message>
        <source>The store is not damaged.
</source>
        <translation>儲存庫未損壞。
</translation>
    </message>
    <message>
        <source>the newest backup is from %1</source>
        <translation>最新的備份來自 %1</translation>
    </message>
    <message>
        <source>there is no backup that can be read</source>
        <translation>沒有可讀取的備份</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>The damaged file is now %1
</source>
        <translation>損壞的檔案現在是 %1
</translation>
    </message>
    <message>
        <source>The store is the backup from %1
</source>
        <translation>儲存庫現在是 %1 的備份
</translation>
    </message>
    <message>
        <source>%1; it is left as it is until “reveille repair --restore-backup” or “reveille repair --empty” sets it aside</source>
        <translation>%1；在用「reveille repair --restore-backup」或「reveille repair --empty」將其移到一旁之前，它保持原樣</translation>
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
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Timed out</source>
        <comment>outcome of a run</comment>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>outcome of a run</comment>
        <translation>錯過</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>outcome of a run</comment>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>outcome of a run</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>outcome of a run</comment>
        <translation>已中斷</translation>
    </message>
    <message>
        <source>Later than the misfire grace time allows</source>
        <translation>超出錯過寬限時間</translation>
    </message>
    <message>
        <source>Made one with another run that was due</source>
        <translation>已與另一次到期的執行合併</translation>
    </message>
    <message>
        <source>The run before was still going on</source>
        <translation>上一次執行仍在進行</translation>
    </message>
    <message>
        <source>The job or the scheduler was paused</source>
        <translation>工作或排程器已暫停</translation>
    </message>
    <message>
        <source>Reveille ended while it was running</source>
        <translation>執行期間 Reveille 結束了</translation>
    </message>
    <message>
        <source>Ended on request</source>
        <translation>應要求結束</translation>
    </message>
    <message>
        <source>Ended because the next run was due</source>
        <translation>因下一次執行到期而結束</translation>
    </message>
    <message>
        <source>Ended because Reveille was ended</source>
        <translation>因 Reveille 結束而中止</translation>
    </message>
</context>
<context>
    <name>RunDesk</name>
    <message>
        <source>The run has ended</source>
        <translation>此次執行已結束</translation>
    </message>
    <message>
        <source>There is no executor “%1”</source>
        <translation>沒有執行器「%1」</translation>
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
        <translation>執行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>佇列中</translation>
    </message>
</context>
<context>
    <name>SchedulerConfig</name>
    <message>
        <source>is no setting of a scheduler</source>
        <translation>不是排程器的設定項</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to %1</source>
        <translation>必須是 1 到 %1 之間的整數</translation>
    </message>
    <message>
        <source>“%1” is not known; allowed are %2</source>
        <translation>未知的「%1」；允許的有 %2</translation>
    </message>
    <message>
        <source>must be a number of seconds up to 366 days, or empty for no limit</source>
        <translation>必須是不超過 366 天的秒數，留空表示不限</translation>
    </message>
    <message>
        <source>needs the url of the job store</source>
        <translation>需要工作儲存庫的 url</translation>
    </message>
    <message>
        <source>The settings %1 can&apos;t be read</source>
        <translation>無法讀取設定 %1</translation>
    </message>
    <message>
        <source>%1 is no INI file</source>
        <translation>%1 不是 INI 檔</translation>
    </message>
</context>
<context>
    <name>ServerBackend</name>
    <message>
        <source>“%1” names no database; write %2://user:password@host:port/database</source>
        <translation>「%1」沒有指明資料庫；請寫成 %2://user:password@host:port/database</translation>
    </message>
    <message>
        <source>%1 needs Qt&apos;s database driver %2, which is not installed</source>
        <translation>%1 需要 Qt 資料庫驅動程式 %2，但它尚未安裝</translation>
    </message>
    <message>
        <source>%1 is being migrated by another program</source>
        <translation>%1 正被其他程式遷移</translation>
    </message>
    <message>
        <source>%1 has tables of another program; Reveille needs a database of its own</source>
        <translation>%1 中有其他程式的資料表；Reveille 需要一個專用的資料庫</translation>
    </message>
</context>
<context>
    <name>SqlTables</name>
    <message>
        <source>There is already a job “%1”</source>
        <translation>已有工作「%1」</translation>
    </message>
    <message>
        <source>The job “%1” was changed meanwhile</source>
        <translation>工作「%1」在此期間已被變更</translation>
    </message>
    <message>
        <source>There is no job “%1”</source>
        <translation>沒有工作「%1」</translation>
    </message>
    <message>
        <source>The job “%1” can&apos;t be written: %2</source>
        <translation>無法寫入工作「%1」：%2</translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>%1 is damaged, or not a store of Reveille</source>
        <translation>%1 已損壞，或不是 Reveille 的儲存庫</translation>
    </message>
    <message>
        <source>%1 is in use by another program</source>
        <translation>%1 正被其他程式使用</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation>無法寫入 %1</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已損壞：%2</translation>
    </message>
    <message>
        <source>There is no space left for %1</source>
        <translation>%1 沒有剩餘空間</translation>
    </message>
    <message>
        <source>This run is in %1 already</source>
        <translation>此次執行已在 %1 中</translation>
    </message>
    <message>
        <source>%1 does not take this: %2</source>
        <translation>%1 不接受此內容：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written: %2</source>
        <translation>無法讀寫 %1：%2</translation>
    </message>
    <message>
        <source>%1 is a database of another program</source>
        <translation>%1 是其他程式的資料庫</translation>
    </message>
    <message>
        <source>%1 is damaged: nothing is left of it</source>
        <translation>%1 已損壞：其中沒有任何內容</translation>
    </message>
</context>
<context>
    <name>SqliteBackup</name>
    <message>
        <source>The backup %1 can&apos;t be written</source>
        <translation>無法寫入備份 %1</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已損壞：%2</translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>%1 is in use by another instance of Reveille (%2, process %3)</source>
        <translation>%1 正被另一個 Reveille 執行個體使用 (%2，行程 %3)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to</source>
        <translation>無法寫入 %1</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be created: %2</source>
        <translation>無法建立資料夾 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be created: %2</source>
        <translation>無法建立 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be renamed to %2</source>
        <translation>無法將 %1 重新命名為 %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be renamed to %2; the damaged file is now %3</source>
        <translation>無法將 %1 重新命名為 %2；損壞的檔案現在是 %3</translation>
    </message>
</context>
<context>
    <name>SqliteRepair</name>
    <message>
        <source>%1 can&apos;t be copied to %2: %3</source>
        <translation>無法將 %1 複製到 %2：%3</translation>
    </message>
    <message>
        <source>only a store in a file can be repaired here</source>
        <translation>這裡只能修復檔案中的儲存庫</translation>
    </message>
    <message>
        <source>There is no %1</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 已損壞：%2</translation>
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
        <translation>損壞的檔案現在是 %1</translation>
    </message>
</context>
<context>
    <name>StoreUrl</name>
    <message>
        <source>memory: takes no name</source>
        <translation>memory: 不帶名稱</translation>
    </message>
    <message>
        <source>“%1” is no store; examples are sqlite:/path/to/file, memory:, postgresql://user@host/database and mysql://user@host/database</source>
        <translation>「%1」不是儲存庫；例如 sqlite:/path/to/file、memory:、postgresql://user@host/database 和 mysql://user@host/database</translation>
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
        <translation>指令</translation>
    </message>
    <message>
        <source>Web request</source>
        <translation>網頁請求</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函式</translation>
    </message>
</context>
<context>
    <name>TaskRegistry</name>
    <message>
        <source>“%1” is no task; there are %2</source>
        <translation>「%1」不是動作；可用的有 %2</translation>
    </message>
</context>
<context>
    <name>TimePoint</name>
    <message>
        <source>“%1” has no zone; write Z or ±HH:MM at its end</source>
        <translation>「%1」沒有時區；請在結尾寫上 Z 或 ±HH:MM</translation>
    </message>
    <message>
        <source>“%1” is no duration; examples are 90, 90s, 10m, 2h, 1d</source>
        <translation>「%1」不是時間長度；例如 90、90s、10m、2h、1d</translation>
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
        <translation>現在</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 天 %2 小時</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小時</translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>must be an object</source>
        <translation>必須是物件</translation>
    </message>
    <message>
        <source>“%1” is no trigger; allowed are %2</source>
        <translation>「%1」不是觸發器；允許的有 %2</translation>
    </message>
    <message>
        <source>a kind of trigger is needed; allowed are %1</source>
        <translation>需要觸發器的種類；允許 %1</translation>
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
        <translation>依日期和時間</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日曆</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>組合</translation>
    </message>
</context>
<context>
    <name>VerbClient</name>
    <message>
        <source>no JSON: %1 at offset %2</source>
        <translation>不是 JSON：%1 (位移 %2)</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>a job in JSON is needed, or --stdin</source>
        <translation>需要 JSON 格式的工作，或 --stdin</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>NEXT RUN</source>
        <translation>下次執行</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>SCHEDULE</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>SCHEDULED</source>
        <translation>排定時間</translation>
    </message>
    <message>
        <source>JOB</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>ATTEMPT</source>
        <translation>嘗試</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>FINISHED</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 (%2 fire times until %3)</source>
        <translation>%1 (至 %3 的 %2 個觸發時間)</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>%1 waits for the machine %2, which runs it</source>
        <translation>%1 正在等待執行它的機器 %2</translation>
    </message>
</context>
<context>
    <name>VerbRunner</name>
    <message>
        <source>“%1” is no outcome</source>
        <translation>「%1」不是執行結果</translation>
    </message>
    <message>
        <source>there is no such verb</source>
        <translation>沒有這個子指令</translation>
    </message>
    <message>
        <source>must be a JSON object</source>
        <translation>必須是 JSON 物件</translation>
    </message>
    <message>
        <source>job %1: %2</source>
        <translation>工作 %1：%2</translation>
    </message>
</context>
<context>
    <name>WrittenDate</name>
    <message>
        <source>“%1” is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, with Z or ±HH:MM for an instant</source>
        <translation>「%1」不是日期；請寫成 YYYY-MM-DD 或 YYYY-MM-DDTHH:MM:SS，表示時刻須加 Z 或 ±HH:MM</translation>
    </message>
    <message>
        <source>“%1” is not in the calendar</source>
        <translation>日曆中沒有「%1」</translation>
    </message>
    <message>
        <source>%1 is out of range; allowed are the years 1900 to 2199</source>
        <translation>%1 超出範圍；允許 1900 至 2199 年</translation>
    </message>
    <message>
        <source>“%1” has a time of day beyond 23:59:59</source>
        <translation>「%1」中的時間超過 23:59:59</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>there is no time zone “%1”; one is named like Europe/Berlin or UTC</source>
        <translation>沒有時區「%1」；名稱形如 Europe/Berlin 或 UTC</translation>
    </message>
</context>
<context>
    <name>reveille::BalloonNotifications</name>
    <message>
        <source>There is no tray to show a message</source>
        <translation>沒有可顯示訊息的系統匣</translation>
    </message>
</context>
<context>
    <name>reveille::CalendarPage</name>
    <message>
        <source>Not after</source>
        <translation>不晚於</translation>
    </message>
    <message>
        <source>E&amp;very:</source>
        <translation>間隔(&amp;V)：</translation>
    </message>
    <message>
        <source>A&amp;t:</source>
        <translation>時間(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>開始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>結束(&amp;E)：</translation>
    </message>
    <message>
        <source>Months without a day %1 are passed over.</source>
        <translation>沒有 %1 日的月份會略過。</translation>
    </message>
</context>
<context>
    <name>reveille::CalendarStepEdit</name>
    <message>
        <source>Every so many</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Unit of the calendar</source>
        <translation>日曆單位</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>And so many more</source>
        <translation>另加的數量</translation>
    </message>
    <message>
        <source>Unit of what is added</source>
        <translation>另加部分的單位</translation>
    </message>
    <message>
        <source>Add a second length to the step, such as 1 month plus 6 days</source>
        <translation>為間隔再加一段長度，例如 1 個月加 6 天</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>months</source>
        <translation>個月</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>週</translation>
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
        <translation>其中任一個到點時</translation>
    </message>
    <message>
        <source>at all of these, when they coincide</source>
        <translation>全部同時到點時</translation>
    </message>
    <message>
        <source>Run&amp;s:</source>
        <translation>執行(&amp;S)：</translation>
    </message>
    <message>
        <source>Schedu&amp;les:</source>
        <translation>排程(&amp;L)：</translation>
    </message>
    <message>
        <source>The schedules that are combined</source>
        <translation>所組合的排程</translation>
    </message>
    <message>
        <source>No schedules yet. Add those that this job is to follow.</source>
        <translation>還沒有排程。請新增此工作要遵循的排程。</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>新增(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編輯(&amp;E)…</translation>
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
        <translation>%1：今後不會再觸發</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>錯誤：%1</translation>
    </message>
    <message>
        <source>Schedule %1 is wrong; edit or remove it</source>
        <translation>第 %1 個排程有誤；請編輯或移除它</translation>
    </message>
    <message>
        <source>Add at least one schedule</source>
        <translation>請至少新增一個排程</translation>
    </message>
</context>
<context>
    <name>reveille::CommandPage</name>
    <message>
        <source>Run it in a shell, for pipes, variables and wildcards</source>
        <translation>在 Shell 中執行，以使用管線、變數和萬用字元</translation>
    </message>
    <message>
        <source>Your home folder</source>
        <translation>您的家目錄</translation>
    </message>
    <message>
        <source>Longest time it may take; 0 for no limit</source>
        <translation>允許的最長耗時；0 表示不限</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>指令(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>資料夾(&amp;F)：</translation>
    </message>
    <message>
        <source>Envi&amp;ronment:</source>
        <translation>環境變數(&amp;V)：</translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation>時間限制(&amp;I)：</translation>
    </message>
    <message>
        <source>0 means none.</source>
        <translation>0 表示不限。</translation>
    </message>
    <message>
        <source>E&amp;xit codes that mean success:</source>
        <translation>表示成功的結束碼(&amp;X)：</translation>
    </message>
    <message>
        <source>Enter the command to run</source>
        <translation>請輸入要執行的指令</translation>
    </message>
    <message>
        <source>Each line must read NAME=value</source>
        <translation>每行必須寫成 NAME=value</translation>
    </message>
</context>
<context>
    <name>reveille::CronBuilder</name>
    <message>
        <source>1st</source>
        <translation>第 1 個</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>第 2 個</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>第 3 個</translation>
    </message>
    <message>
        <source>4th</source>
        <translation>第 4 個</translation>
    </message>
    <message>
        <source>5th</source>
        <translation>第 5 個</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>The first in the month</source>
        <translation>當月第一個</translation>
    </message>
    <message>
        <source>The second in the month</source>
        <translation>當月第二個</translation>
    </message>
    <message>
        <source>The third in the month</source>
        <translation>當月第三個</translation>
    </message>
    <message>
        <source>The fourth in the month</source>
        <translation>當月第四個</translation>
    </message>
    <message>
        <source>The fifth in the month</source>
        <translation>當月第五個</translation>
    </message>
    <message>
        <source>The last in the month</source>
        <translation>當月最後一個</translation>
    </message>
    <message>
        <source>Last day of the month</source>
        <translation>每月最後一天</translation>
    </message>
    <message>
        <source>Only in some months</source>
        <translation>僅限部分月份</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every weekday (Monday to Friday)</source>
        <translation>每個工作日 (星期一至星期五)</translation>
    </message>
    <message>
        <source>Every weekend (Saturday and Sunday)</source>
        <translation>每個週末 (星期六和星期日)</translation>
    </message>
    <message>
        <source>On chosen weekdays</source>
        <translation>每週所選的日子</translation>
    </message>
    <message>
        <source>On days of the month</source>
        <translation>每月所選的日子</translation>
    </message>
    <message>
        <source>On the nth weekday of the month</source>
        <translation>每月第幾個星期幾</translation>
    </message>
    <message>
        <source>On the first working day of the month</source>
        <translation>每月第一個工作日</translation>
    </message>
    <message>
        <source>On the last working day of the month</source>
        <translation>每月最後一個工作日</translation>
    </message>
    <message>
        <source>Which of them in the month</source>
        <translation>當月的第幾個</translation>
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
        <translation>在指定時間</translation>
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
            <numerusform>每 %n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>每 %n 小時</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>時間(&amp;T)：</translation>
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
        <translation>分、時、日、月、星期；或六個欄位，以秒開頭。</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早於</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚於</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>開始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>結束(&amp;E)：</translation>
    </message>
    <message>
        <source>The fields above can’t show this line; it runs as it is written.</source>
        <translation>上面的選項無法顯示這一行；它會照原樣執行。</translation>
    </message>
    <message>
        <source>Use the fields</source>
        <translation>改用選項</translation>
    </message>
</context>
<context>
    <name>reveille::DamagedStoreBox</name>
    <message>
        <source>Damaged store</source>
        <translation>儲存庫已損壞</translation>
    </message>
    <message>
        <source>The jobs can&apos;t be read.
%1</source>
        <translation>無法讀取工作。
%1</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept.</source>
        <translation>無論選擇哪一項，損壞的檔案都會保留。</translation>
    </message>
    <message>
        <source>The newest backup is from %1. Jobs and runs that came later are not in it.</source>
        <translation>最新的備份來自 %1，不包含之後的工作和執行。</translation>
    </message>
    <message>
        <source>&amp;Restore the backup</source>
        <translation>還原備份(&amp;R)</translation>
    </message>
    <message>
        <source>There is no backup that can be read.</source>
        <translation>沒有可讀取的備份。</translation>
    </message>
    <message>
        <source>&amp;Begin with an empty store</source>
        <translation>以空的儲存庫開始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>離開(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>reveille::DateField</name>
    <message>
        <source>%1 opens the calendar</source>
        <translation>按 %1 開啟日曆</translation>
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
        <translation>所選工作的詳細資訊</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>接下來的執行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
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
        <translation>分鐘</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
</context>
<context>
    <name>reveille::EmptyPage</name>
    <message>
        <source>There are no jobs yet</source>
        <translation>還沒有工作</translation>
    </message>
    <message>
        <source>Start with one of these, or make your own with New job.</source>
        <translation>請從以下工作開始，或用「新增工作」自行建立。</translation>
    </message>
    <message>
        <source>Wake up on weekdays at 06:30</source>
        <translation>每個工作日 06:30 叫我起床</translation>
    </message>
    <message>
        <source>A reminder with a bell</source>
        <translation>有鈴聲的提醒</translation>
    </message>
    <message>
        <source>Wake up</source>
        <translation>起床</translation>
    </message>
    <message>
        <source>Good morning!</source>
        <translation>早安！</translation>
    </message>
    <message>
        <source>Run a command every night</source>
        <translation>每晚執行一個指令</translation>
    </message>
    <message>
        <source>You hear of it only if it fails</source>
        <translation>只在失敗時通知您</translation>
    </message>
    <message>
        <source>Nightly command</source>
        <translation>每晚指令</translation>
    </message>
    <message>
        <source>Request a web page every ten minutes</source>
        <translation>每十分鐘請求一個網頁</translation>
    </message>
    <message>
        <source>To keep a site awake, or to see that it answers</source>
        <translation>使網站保持運作，或確認它有回應</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>網頁</translation>
    </message>
</context>
<context>
    <name>reveille::EveryPage</name>
    <message>
        <source>Counted from</source>
        <translation>起算時間</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>不晚於</translation>
    </message>
    <message>
        <source>Every so many</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
    <message>
        <source>E&amp;very:</source>
        <translation>間隔(&amp;V)：</translation>
    </message>
    <message>
        <source>Without a start, the first run is one step from now.</source>
        <translation>未指定開始時，首次執行在一個間隔之後。</translation>
    </message>
    <message>
        <source>Enter how much time lies between two runs</source>
        <translation>請輸入兩次執行之間的時間</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>開始(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>結束(&amp;E)：</translation>
    </message>
</context>
<context>
    <name>reveille::FieldForm</name>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
</context>
<context>
    <name>reveille::FirePreview</name>
    <message>
        <source>The schedule in words</source>
        <translation>排程的文字說明</translation>
    </message>
    <message>
        <source>The next runs</source>
        <translation>接下來的執行</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The next runs appear here.</source>
        <translation>接下來的執行會顯示在這裡。</translation>
    </message>
    <message>
        <source>It never fires from now on.</source>
        <translation>今後不會再觸發。</translation>
    </message>
    <message>
        <source>Next runs, in the time of %1:</source>
        <translation>接下來的執行 (%1 時間)：</translation>
    </message>
</context>
<context>
    <name>reveille::FreedesktopNotifications</name>
    <message>
        <source>There is no session bus</source>
        <translation>沒有工作階段匯流排</translation>
    </message>
</context>
<context>
    <name>reveille::Headless</name>
    <message>
        <source>There are no jobs yet. Add one from another terminal:
  reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</source>
        <translation>還沒有工作。請在另一個終端機中新增：
  reveille add &apos;{&quot;name&quot;: &quot;Wake up&quot;, &quot;task&quot;: {&quot;type&quot;: &quot;reminder&quot;, &quot;message&quot;: &quot;Good morning&quot;}, &quot;trigger&quot;: {&quot;type&quot;: &quot;cron&quot;, &quot;crontab&quot;: &quot;30 6 * * 1-5&quot;}}&apos;
</translation>
    </message>
</context>
<context>
    <name>reveille::HttpPage</name>
    <message>
        <source>Longest time it may take</source>
        <translation>允許的最長耗時</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>網址(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>標頭(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Body:</source>
        <translation>內文(&amp;B)：</translation>
    </message>
    <message>
        <source>E&amp;xpected status:</source>
        <translation>預期狀態(&amp;X)：</translation>
    </message>
    <message>
        <source>T&amp;ime limit:</source>
        <translation>時間限制(&amp;I)：</translation>
    </message>
    <message>
        <source>Each line must read Name: value</source>
        <translation>每行必須寫成 Name: value</translation>
    </message>
</context>
<context>
    <name>reveille::InstanceServer</name>
    <message>
        <source>The folder %1 is not private</source>
        <translation>資料夾 %1 不是私人的</translation>
    </message>
    <message>
        <source>The local socket %1 can&apos;t be opened: %2</source>
        <translation>無法開啟本機 socket %1：%2</translation>
    </message>
</context>
<context>
    <name>reveille::JobActions</name>
    <message>
        <source>&amp;New job…</source>
        <translation>新增工作(&amp;N)…</translation>
    </message>
    <message>
        <source>Make a new job</source>
        <translation>新增工作</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編輯(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit the chosen job</source>
        <translation>編輯所選工作</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>建立複本(&amp;U)…</translation>
    </message>
    <message>
        <source>Make a new job like the chosen one</source>
        <translation>仿照所選工作新增工作</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen jobs; Undo brings them back</source>
        <translation>刪除所選工作；可用「復原」還原</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>立即執行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the chosen jobs now, whatever their schedule</source>
        <translation>立即執行所選工作，不論其排程</translation>
    </message>
    <message>
        <source>End the &amp;active run</source>
        <translation>結束目前執行(&amp;A)</translation>
    </message>
    <message>
        <source>End the run that is active now</source>
        <translation>結束目前正在進行的執行</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>繼續(&amp;P)</translation>
    </message>
    <message>
        <source>Let the chosen jobs go on</source>
        <translation>讓所選工作繼續</translation>
    </message>
    <message>
        <source>Pause the chosen jobs</source>
        <translation>暫停所選工作</translation>
    </message>
</context>
<context>
    <name>reveille::JobDesk</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (複本)</translation>
    </message>
    <message>
        <source>“%1” waits for the machine %2, which runs it</source>
        <translation>「%1」正在等待執行它的機器 %2</translation>
    </message>
</context>
<context>
    <name>reveille::JobEditor</name>
    <message>
        <source>New job</source>
        <translation>新增工作</translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation>編輯工作</translation>
    </message>
    <message>
        <source>What to call it; by default taken from what it does</source>
        <translation>工作的名稱；預設取自其動作</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名稱(&amp;N)：</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>更多選項(&amp;O)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什麼</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何時</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>儲存 (%1)</translation>
    </message>
    <message>
        <source>This schedule never fires from now on</source>
        <translation>此排程今後不會再觸發</translation>
    </message>
</context>
<context>
    <name>reveille::JobEdits</name>
    <message>
        <source>Add “%1”</source>
        <translation>新增「%1」</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>編輯「%1」</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>刪除「%1」</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation>
            <numerusform>刪除 %n 個工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause “%1”</source>
        <translation>暫停「%1」</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n jobs</source>
        <translation>
            <numerusform>暫停 %n 個工作</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume “%1”</source>
        <translation>繼續「%1」</translation>
    </message>
    <message numerus="yes">
        <source>Resume %n jobs</source>
        <translation>
            <numerusform>繼續 %n 個工作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::JobModel</name>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>On</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>On</source>
        <comment>column: the job is not paused</comment>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次執行</translation>
    </message>
    <message>
        <source>In</source>
        <comment>column: time left until the next run</comment>
        <translation>剩餘時間</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次執行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n in a row)</source>
        <translation>
            <numerusform>%1 (連續 %n 次)</numerusform>
        </translation>
    </message>
    <message>
        <source>This job is paused.</source>
        <translation>此工作已暫停。</translation>
    </message>
    <message>
        <source>This job is on.</source>
        <translation>此工作已啟用。</translation>
    </message>
</context>
<context>
    <name>reveille::JobPage</name>
    <message>
        <source>No job matches.</source>
        <translation>沒有符合的工作。</translation>
    </message>
</context>
<context>
    <name>reveille::JobSidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>工作群組</translation>
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
        <translation>指令</translation>
    </message>
    <message>
        <source>Web requests</source>
        <translation>網頁請求</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失敗</translation>
    </message>
</context>
<context>
    <name>reveille::JobView</name>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
</context>
<context>
    <name>reveille::KeptSchedulePage</name>
    <message>
        <source>Schedule:</source>
        <translation>排程：</translation>
    </message>
    <message>
        <source>This schedule was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation>此排程在別處建立，將保持原樣。選擇其他類型即可取代它。</translation>
    </message>
</context>
<context>
    <name>reveille::KeptTaskPage</name>
    <message>
        <source>Task:</source>
        <translation>動作：</translation>
    </message>
    <message>
        <source>This task was made elsewhere and is kept as it is. Choose another kind to replace it.</source>
        <translation>此動作在別處建立，將保持原樣。選擇其他類型即可取代它。</translation>
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
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>尋找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>離開(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>復原(&amp;U)：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>復原：%1</translation>
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
        <translation>工作(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>群組(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細資訊(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Reveille</source>
        <translation>關於 Reveille(&amp;A)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具列</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>搜尋工作</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>搜尋 (%1)</translation>
    </message>
    <message>
        <source>Resume a&amp;ll</source>
        <translation>全部繼續(&amp;L)</translation>
    </message>
    <message>
        <source>Pause a&amp;ll</source>
        <translation>全部暫停(&amp;L)</translation>
    </message>
    <message>
        <source>About Reveille</source>
        <translation>關於 Reveille</translation>
    </message>
    <message>
        <source>Reveille %1

A desktop scheduler: reminders, commands and web requests, on time.
MIT licence</source>
        <translation>Reveille %1

桌面排程器：準時執行提醒、指令和網頁請求。
MIT 授權條款</translation>
    </message>
</context>
<context>
    <name>reveille::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
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
        <translation>10 分鐘後再提醒</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open output</source>
        <translation>開啟輸出</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失敗</translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation>%1 已恢復正常</translation>
    </message>
    <message>
        <source>%1 has run</source>
        <translation>%1 已執行</translation>
    </message>
    <message>
        <source>%1 was missed</source>
        <translation>%1 已錯過</translation>
    </message>
    <message>
        <source>There is no way to show a notification here</source>
        <translation>這裡無法顯示通知</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n 則通知</numerusform>
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
        <translation>日期和時間(&amp;D)：</translation>
    </message>
</context>
<context>
    <name>reveille::OptionsPane</name>
    <message>
        <source>home, backup</source>
        <translation>家裡, 備份</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>標籤(&amp;G)：</translation>
    </message>
    <message>
        <source>Keep the job in the list</source>
        <translation>在清單中保留工作</translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation>移除工作</translation>
    </message>
    <message>
        <source>After the last run:</source>
        <translation>最後一次執行後：</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>a missed run</source>
        <translation>錯過執行</translation>
    </message>
    <message>
        <source>recovery after errors</source>
        <translation>錯誤後恢復</translation>
    </message>
    <message>
        <source>Notify on: %1</source>
        <translation>通知時機：%1</translation>
    </message>
    <message>
        <source>Notify on:</source>
        <translation>通知時機：</translation>
    </message>
    <message>
        <source>Only from this failure in a row:</source>
        <translation>從連續第幾次失敗起：</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Delay before the first retry</source>
        <translation>首次重試前的延遲</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
    <message>
        <source>Retries after an error:</source>
        <translation>出錯後重試次數：</translation>
    </message>
    <message>
        <source>First retry after:</source>
        <translation>首次重試延遲：</translation>
    </message>
    <message>
        <source>Each later one after:</source>
        <translation>之後每次延遲：</translation>
    </message>
    <message>
        <source>That many times the delay before.</source>
        <translation>前一次延遲的倍數。</translation>
    </message>
    <message>
        <source>Run it unless it is later than usual for its kind</source>
        <translation>執行，除非遲於此類工作的一般限度</translation>
    </message>
    <message>
        <source>Run it if it is late at most</source>
        <translation>延遲不超過此時間則執行</translation>
    </message>
    <message>
        <source>Run it however late it is</source>
        <translation>無論多遲都執行</translation>
    </message>
    <message>
        <source>Misfire grace time</source>
        <translation>錯過寬限時間</translation>
    </message>
    <message>
        <source>Run once, for the latest</source>
        <translation>執行一次，依最近的</translation>
    </message>
    <message>
        <source>Run once, for the earliest</source>
        <translation>執行一次，依最早的</translation>
    </message>
    <message>
        <source>Run each of them</source>
        <translation>逐次執行</translation>
    </message>
    <message>
        <source>Random delay up to</source>
        <translation>隨機延遲上限</translation>
    </message>
    <message>
        <source>When a run is late:</source>
        <translation>執行延遲時：</translation>
    </message>
    <message>
        <source>When several are late:</source>
        <translation>多次執行延遲時：</translation>
    </message>
    <message>
        <source>Random delay up to:</source>
        <translation>隨機延遲上限：</translation>
    </message>
    <message>
        <source>Skip the new run</source>
        <translation>略過新的執行</translation>
    </message>
    <message>
        <source>Let the new run wait</source>
        <translation>讓新的執行等待</translation>
    </message>
    <message>
        <source>End the old run</source>
        <translation>結束舊的執行</translation>
    </message>
    <message>
        <source>Run both</source>
        <translation>同時執行</translation>
    </message>
    <message>
        <source>While it is still running:</source>
        <translation>仍在執行時：</translation>
    </message>
    <message>
        <source>Runs at the same time:</source>
        <translation>最大並行數：</translation>
    </message>
    <message>
        <source>Any machine</source>
        <translation>任何機器</translation>
    </message>
    <message>
        <source>Runs on:</source>
        <translation>執行於：</translation>
    </message>
    <message>
        <source>The name of a machine. A new reminder without one rings on this machine.</source>
        <translation>機器的名稱。新提醒若不填寫，則在本機響起。</translation>
    </message>
</context>
<context>
    <name>reveille::OutputPane</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>End this run</source>
        <translation>結束此次執行</translation>
    </message>
    <message>
        <source>Output of the run</source>
        <translation>此次執行的輸出</translation>
    </message>
    <message>
        <source>Copy the whole output</source>
        <translation>複製全部輸出</translation>
    </message>
    <message>
        <source>Choose a run in the history to see its output.</source>
        <translation>在歷史中選擇一次執行以檢視其輸出。</translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation> (代碼 %1)</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>還沒有輸出。</translation>
    </message>
    <message>
        <source>No output.</source>
        <translation>沒有輸出。</translation>
    </message>
    <message>
        <source>(The output was longer; its middle was left out.)</source>
        <translation>(輸出過長，已略去中間部分。)</translation>
    </message>
</context>
<context>
    <name>reveille::OverviewPane</name>
    <message numerus="yes">
        <source>up to %n retries</source>
        <translation>
            <numerusform>最多重試 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>runs up to %1 late</source>
        <translation>最多可延遲 %1 執行</translation>
    </message>
    <message>
        <source>with a random delay of up to %1</source>
        <translation>隨機延遲最多 %1</translation>
    </message>
    <message>
        <source>skips a run while another is active</source>
        <translation>另一次執行進行時略過</translation>
    </message>
    <message>
        <source>waits while another run is active</source>
        <translation>另一次執行進行時等待</translation>
    </message>
    <message>
        <source>ends an older run that is still active</source>
        <translation>結束仍在進行的舊執行</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名稱：</translation>
    </message>
    <message>
        <source>Status:</source>
        <translation>狀態：</translation>
    </message>
    <message>
        <source>Does:</source>
        <translation>動作：</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>排程：</translation>
    </message>
    <message>
        <source>Next run:</source>
        <translation>下次執行：</translation>
    </message>
    <message>
        <source>Last run:</source>
        <translation>上次執行：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>選項：</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>標籤：</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>連續失敗 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — in %2</source>
        <translation>%1 — 剩餘時間：%2</translation>
    </message>
    <message>
        <source> (code %1)</source>
        <translation> (代碼 %1)</translation>
    </message>
    <message>
        <source>Runs on:</source>
        <translation>執行於：</translation>
    </message>
    <message>
        <source>%1 (this machine)</source>
        <translation>%1（本機）</translation>
    </message>
</context>
<context>
    <name>reveille::ProcessPoolExecutor</name>
    <message>
        <source>The executor “%1” calls functions in other processes, and can send them only the name of a registered one</source>
        <translation>執行器「%1」在其他處理程序中呼叫函式，只能傳送已註冊函式的名稱</translation>
    </message>
</context>
<context>
    <name>reveille::ReminderPage</name>
    <message>
        <source>Ring a bell</source>
        <translation>響鈴</translation>
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
        <translation>訊息(&amp;M)：</translation>
    </message>
    <message>
        <source>So&amp;und:</source>
        <translation>音效(&amp;U)：</translation>
    </message>
</context>
<context>
    <name>reveille::ReminderWindow</name>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>reveille::RunModel</name>
    <message>
        <source>Started by hand</source>
        <translation>手動啟動</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次嘗試</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>稍後提醒</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>排定時間</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗時</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column: exit code of a command or HTTP status</comment>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n fire times from %1 to %2</source>
        <translation>
            <numerusform>從 %1 至 %2 的 %n 個觸發時間</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::RunView</name>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
</context>
<context>
    <name>reveille::ScheduleDialog</name>
    <message>
        <source>Add a schedule</source>
        <translation>新增排程</translation>
    </message>
    <message>
        <source>Edit the schedule</source>
        <translation>編輯排程</translation>
    </message>
    <message>
        <source>This schedule never fires from now on</source>
        <translation>此排程今後不會再觸發</translation>
    </message>
</context>
<context>
    <name>reveille::SchedulePane</name>
    <message>
        <source>When it runs</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>時區(&amp;Z)：</translation>
    </message>
</context>
<context>
    <name>reveille::SettingsDialog</name>
    <message>
        <source>&amp;Closing the window leaves Reveille in the tray</source>
        <translation>關閉視窗時將 Reveille 留在系統匣(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start without showing the window</source>
        <translation>啟動時不顯示視窗(&amp;S)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>The language changes when Reveille starts the next time.</source>
        <translation>語言會在 Reveille 下次啟動時變更。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>語言(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>reveille::StatusLine</name>
    <message>
        <source>The scheduler is stopped</source>
        <translation>排程器已停止</translation>
    </message>
    <message>
        <source>The scheduler is running</source>
        <translation>排程器正在執行</translation>
    </message>
    <message>
        <source>The scheduler is paused</source>
        <translation>排程器已暫停</translation>
    </message>
    <message>
        <source>The store of the jobs: %1</source>
        <translation>工作儲存庫：%1</translation>
    </message>
    <message>
        <source>Next run: %1, %2</source>
        <translation>下次執行：%1，%2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 沒有回應</translation>
    </message>
    <message>
        <source>What is due waits until the store answers again: %1</source>
        <translation>到期的執行會等到儲存庫恢復回應：%1</translation>
    </message>
</context>
<context>
    <name>reveille::StepSpan</name>
    <message>
        <source>at minute</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>From this hour on</source>
        <translation>從此小時起</translation>
    </message>
    <message>
        <source>To the end of this hour</source>
        <translation>到此小時結束</translation>
    </message>
    <message>
        <source>Minute of the hour to begin with</source>
        <translation>每小時從第幾分鐘開始</translation>
    </message>
    <message>
        <source>from</source>
        <comment>an hour</comment>
        <translation>從</translation>
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
        <translation>動作</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原樣</translation>
    </message>
</context>
<context>
    <name>reveille::TimeList</name>
    <message>
        <source>Add a time</source>
        <translation>新增時間</translation>
    </message>
    <message>
        <source>Remove the last time</source>
        <translation>移除最後一個時間</translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation>時間 %1</translation>
    </message>
</context>
<context>
    <name>reveille::TrayIcon</name>
    <message>
        <source>&amp;Open Reveille</source>
        <translation>開啟 Reveille(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New reminder…</source>
        <translation>新增提醒(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>離開(&amp;Q)</translation>
    </message>
    <message>
        <source>Reveille goes on in the tray</source>
        <translation>Reveille 繼續在系統匣中執行</translation>
    </message>
    <message>
        <source>Jobs run while the window is closed. Quit from the menu of this icon.</source>
        <translation>視窗關閉後工作照常執行。請從此圖示的選單離開。</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>全部繼續(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暫停(&amp;P)</translation>
    </message>
    <message>
        <source>Reveille: paused</source>
        <translation>Reveille：已暫停</translation>
    </message>
    <message>
        <source>Reveille: some jobs are failing</source>
        <translation>Reveille：有工作失敗</translation>
    </message>
    <message>
        <source>Reveille</source>
        <translation>Reveille</translation>
    </message>
    <message>
        <source>Nothing runs in the next 24 hours.</source>
        <translation>未來 24 小時內沒有要執行的工作。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reveille::WorkerProcess</name>
    <message>
        <source>The answer of the worker process could not be understood</source>
        <translation>無法理解工作處理程序的回應</translation>
    </message>
    <message>
        <source>The worker process did not report; does main() call runWorkerIfAsked()?</source>
        <translation>工作處理程序沒有回報；main() 呼叫 runWorkerIfAsked() 了嗎？</translation>
    </message>
    <message>
        <source>This is a worker process itself; does main() call runWorkerIfAsked()?</source>
        <translation>這本身就是工作處理程序；main() 呼叫 runWorkerIfAsked() 了嗎？</translation>
    </message>
    <message>
        <source>The worker process could not be started: %1</source>
        <translation>無法啟動工作處理程序：%1</translation>
    </message>
    <message>
        <source>“%1” is no worker process; does main() call runWorkerIfAsked()?</source>
        <translation>「%1」不是工作處理程序；main() 呼叫 runWorkerIfAsked() 了嗎？</translation>
    </message>
    <message>
        <source>The worker process was ended by signal %1 (%2)</source>
        <translation>工作處理程序被訊號 %1（%2）終止</translation>
    </message>
    <message>
        <source>The worker process ended by itself with exit code %1</source>
        <translation>工作處理程序自行結束，結束代碼 %1</translation>
    </message>
</context>
<context>
    <name>reveille::ZoneCombo</name>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
</context>
</TS>

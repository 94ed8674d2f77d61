// SPDX-License-Identifier: MIT

// Walks robfig/cron over the crontab lines read from stdin; prints nanoseconds a step for each line.
//
//	robfig_next ZONE < LINES
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"github.com/robfig/cron"
)

const steps = 5000

func main() {
	zone, err := time.LoadLocation(os.Args[1])
	if err != nil {
		panic(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		schedule, err := cron.ParseStandard(lines.Text())
		if err != nil {
			panic(err)
		}
		start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).In(zone)
		t := start
		began := time.Now()
		for i := 0; i < steps; i++ {
			t = schedule.Next(t)
			if t.IsZero() || t.Year() >= 2200 {
				t = start
			}
		}
		fmt.Println(float64(time.Since(began).Nanoseconds()) / steps)
	}
}

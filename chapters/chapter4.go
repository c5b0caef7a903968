// Chapter 4 in Go: a burst of jobs, with and without a bound.
package main

import (
	"sort"
	"sync"
	"time"
)

func main() {
	serve(loads{
		"goroutines (one each)": oneEach,
		"goroutines (workers)":  workers,
	})
}

// A job touches 64 KB, waits 10 ms for an answer, and needs its 64 KB
// until then.
func job(burst *burst) {
	burst.begins()
	buffer := make([]byte, 64<<10)
	for i := 0; i < len(buffer); i += 512 {
		buffer[i] = 1
	}
	time.Sleep(10 * time.Millisecond)
	burst.ends(buffer)
}

func oneEach(jobs int, gate *Gate) {
	burst := newBurst(gate)
	for i := 0; i < jobs; i++ {
		go job(burst)
	}
	burst.done()
}

// A channel holds the jobs, and a fixed number of workers take them from it.
func workers(jobs int, gate *Gate) {
	burst := newBurst(gate)
	queue := make(chan int, jobs)
	for i := 0; i < jobs; i++ {
		queue <- i
	}
	close(queue)
	for i := 0; i < gate.number("workers"); i++ {
		go func() {
			for range queue {
				job(burst)
			}
		}()
	}
	burst.done()
}

// When each job's turn came, and how many were under way at once. Seen
// is how many goroutines there were by the runtime's count, which knows
// nothing of jobs. The runtime is asked each time a job ends.
type burst struct {
	gate           *Gate
	start          time.Time
	lock           sync.Mutex
	turns          []time.Duration
	underWay, most int
	seen           int
	used           byte
}

func newBurst(gate *Gate) *burst { return &burst{gate: gate, start: time.Now()} }

func (b *burst) begins() {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.turns = append(b.turns, time.Since(b.start))
	b.underWay++
	if b.underWay > b.most {
		b.most = b.underWay
	}
}

func (b *burst) ends(used []byte) {
	b.lock.Lock()
	b.used += used[0]
	b.underWay--
	if there := b.gate.left(); there > b.seen {
		b.seen = there
	}
	b.lock.Unlock()
	b.gate.here()
}

func (b *burst) done() {
	b.gate.full()
	sort.Slice(b.turns, func(i, j int) bool { return b.turns[i] < b.turns[j] })
	turn := func(share float64) int64 {
		return b.turns[int(share*float64(len(b.turns)-1))].Milliseconds()
	}
	b.gate.mark("burst", "half_ms=%d p99_ms=%d most_at_once=%d seen_at_once=%d",
		turn(0.5), turn(0.99), b.most, b.seen)
}

// What to take to work: bound what is scarce.
func takeToWork(jobs chan func(), call, query func()) {
	// wrong: 16 goroutines for all jobs, because of 16 connections
	for i := 0; i < 16; i++ {
		go func() {
			for job := range jobs {
				job()
			}
		}()
	}
	// right: a goroutine for each job, and a place for each connection
	connections := make(chan bool, 16)
	go func() {
		call() // not scarce: no bound
		connections <- true
		defer func() { <-connections }()
		query()
	}()
}

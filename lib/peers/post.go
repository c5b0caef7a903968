// The post, for a worker in Go: it brings jobs, and later what they wait for.
// Main names what takes its jobs:
//
//	func main() { work(jobs) }
//
// That is a function of the post. For each job from 0 to post.jobs - 1 it says
// post.take(job), which tells the job's name, once, and post.waits(job) when
// the job waits. Before that, post.deliver(to) says where answers go:
// to(job, answer). They come when all is weighed, in no order that could be
// guessed. Then each job has its name in front of its answer:
// post.answer(job, name+answer).
package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"os"
	"sort"
	"sync"
	"time"
)

const (
	fresh byte = iota
	taken
	waiting
	answered
)

// Post keeps a byte for each job, and no name: it can make each of them again.
type Post struct {
	jobs       int // how many there are
	gate       *Gate
	to         func(job int, answer string)
	seeds      [2]uint32
	lock       sync.Mutex
	states     []byte
	open       bool
	all, wrong int
}

// work lets the parent weigh the jobs of a worker while they wait.
func work(jobs func(post *Post)) {
	if os.Getenv("SCALE_SIGNED") != "" {
		token = firstLine() + " "
	}
	serve(loads{"jobs": func(tasks int, gate *Gate) {
		post := &Post{jobs: tasks, gate: gate, states: make([]byte, tasks)}
		if err := binary.Read(rand.Reader, binary.BigEndian, &post.seeds); err != nil {
			panic(err)
		}
		gate.ends = post.end
		gate.hold(post)
		jobs(post)
		post.full()
	}})
}

// firstLine leaves all that comes after it to be read by others.
func firstLine() (line string) {
	for one := make([]byte, 1); ; line += string(one) {
		if _, err := os.Stdin.Read(one); err != nil || one[0] == '\n' {
			return line
		}
	}
}

// take tells the name of a job, 16 characters, for the first and the last time.
func (p *Post) take(job int) string {
	p.step(job, fresh, taken, "job %d was taken twice: post.take tells each name once")
	return p.name(job)
}

// waits is said by a job that waits, or for it.
func (p *Post) waits(job int) {
	p.step(job, taken, waiting, "job %d cannot wait: post.take comes first, and post.waits only once")
	p.gate.here()
}

// deliver says where answers go.
func (p *Post) deliver(to func(job int, answer string)) { p.to = to }

// answer is the proof that a job was kept: its name, and its answer behind it.
func (p *Post) answer(job int, text string) {
	if !p.open {
		fail(fmt.Sprintf("job %d was answered before its answer came, so it did not wait", job))
	}
	p.step(job, waiting, answered, "job %d was answered twice")
	right := text == p.name(job)+p.word(3*job+2)
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.all++; !right {
		p.wrong++
	}
}

func (p *Post) step(job int, before, after byte, otherwise string) {
	if job < 0 || job >= p.jobs {
		fail(fmt.Sprintf("there is no job %d: they are numbered from 0 to %d", job, p.jobs-1))
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.states[job] != before {
		fail(fmt.Sprintf(otherwise, job))
	}
	p.states[job] = after
}

func (p *Post) name(job int) string { return p.word(3*job) + p.word(3*job+1) }

// word takes little of the stack: it is the stack of a job's goroutine.
func (p *Post) word(number int) string {
	var text [8]byte
	for i, bits := len(text)-1, mix(mix(uint32(number)+p.seeds[0])^p.seeds[1]); i >= 0; i, bits = i-1, bits>>4 {
		text[i] = "0123456789abcdef"[bits&15]
	}
	return string(text[:])
}

func (p *Post) full() {
	if p.quiet(func() int { return int(p.gate.begun.Load()) }) {
		fail(fmt.Sprintf("%d of %d jobs have called post.waits(), and nothing happens any more. Each job must call it "+
			"when it waits", p.gate.begun.Load(), p.jobs))
	}
	if p.to == nil {
		fail("nobody has said where answers go: post.deliver(to)")
	}
}

// quiet says whether it stays below the number of jobs, and changes no more.
func (p *Post) quiet(count func() int) bool {
	for before, since := -1, time.Now(); count() < p.jobs && time.Since(since) < silence; time.Sleep(time.Millisecond) {
		if now := count(); now != before {
			before, since = now, time.Now()
		}
	}
	return count() < p.jobs
}

// end delivers all answers.
func (p *Post) end() {
	order := make([]int, p.jobs)
	for job := range order {
		order[job] = job
	}
	sort.Slice(order, func(i, j int) bool {
		return mix(uint32(order[i])^p.seeds[1]) < mix(uint32(order[j])^p.seeds[1])
	})
	p.open = true
	for _, job := range order {
		p.to(job, p.word(3*job+2))
	}
	p.quiet(func() int {
		p.lock.Lock()
		defer p.lock.Unlock()
		return p.all
	})
	if p.wrong > 0 {
		fail(fmt.Sprintf("%d of %d jobs had a wrong answer: each must answer its name, and behind it the answer that "+
			"was sent to it", p.wrong, p.jobs))
	}
	if p.all < p.jobs {
		fail(fmt.Sprintf("%d of %d jobs were lost: they have not called post.answer()", p.jobs-p.all, p.jobs))
	}
}

// mix makes bits that tell nothing of the number, as MurmurHash3 does.
func mix(number uint32) uint32 {
	number = (number ^ number>>16) * 0x85ebca6b
	number = (number ^ number>>13) * 0xc2b2ae35
	return number ^ number>>16
}
